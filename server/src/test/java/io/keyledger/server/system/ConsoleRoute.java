package io.keyledger.server.system;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.Operator;
import io.keyledger.server.console.access.SignedIn;
import io.keyledger.server.console.access.WorkspaceAccess;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * A page or a form of the console, as its controller has it.
 *
 * @param method {@code GET} or {@code POST}; empty for any
 * @param takes the types of the controller's parameters
 */
record ConsoleRoute(String method, String path, List<Class<?>> takes) {

    /** What is there for those who are not signed in, too. */
    private static final Set<String> OPEN =
            Set.of(
                    "/console",
                    "/console/**",
                    "/console/files/{name}",
                    "/console/{hub}/sign-in",
                    "/console/{hub}/sign-out",
                    "/console/{hub}/sign-in-elsewhere",
                    "/console/{hub}/sign-in-return",
                    "/console/{hub:keyledger}/first-admin");

    /** All that the server has. */
    static List<ConsoleRoute> all() {
        return new ClassFileImporter()
                .importPackages("io.keyledger.server.console").stream()
                        .filter(it -> it.isAnnotatedWith(Controller.class))
                        .flatMap(it -> of(it.reflect()))
                        .filter(it -> it.path().startsWith(ConsolePath.ROOT))
                        .toList();
    }

    static Stream<ConsoleRoute> of(Class<?> controller) {
        return Arrays.stream(controller.getDeclaredMethods()).flatMap(ConsoleRoute::of);
    }

    private static Stream<ConsoleRoute> of(Method method) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null
                ? Stream.empty()
                : Arrays.stream(mapping.path())
                        .map(it ->
                                new ConsoleRoute(
                                        word(mapping.method()),
                                        it,
                                        List.of(method.getParameterTypes())));
    }

    private static String word(RequestMethod[] methods) {
        return methods.length == 0 ? "" : methods[0].name();
    }

    boolean isOfWorkspace() {
        return path.startsWith(ConsolePath.WORKSPACE);
    }

    boolean isOfOperators() {
        return !isOfWorkspace() && takes.contains(Operator.class);
    }

    boolean isForm() {
        return method.equals("POST");
    }

    boolean isOpen() {
        return OPEN.contains(path);
    }

    /** Below a workspace, whether it is about one thing of it. */
    boolean isOfOneThing() {
        String below = path.substring(ConsolePath.WORKSPACE.length());
        return below.contains("{") && !below.contains("{extension}");
    }

    /** What is wrong with it; nothing when it asks who is there. */
    Optional<String> fault() {
        if (isOfWorkspace()) {
            return takes.contains(WorkspaceAccess.class)
                    ? Optional.empty()
                    : Optional.of("is a workspace's, and does not ask for access to it");
        }
        return isOpen() || takes.contains(SignedIn.class) || takes.contains(Operator.class)
                ? Optional.empty()
                : Optional.of("does not ask who is signed in");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
