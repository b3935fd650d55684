package io.keyledger.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.keyledger.command.snapshot.Snapshotted;
import io.keyledger.server.architecture.broken.api.BecomesASpringBean;
import io.keyledger.server.architecture.broken.api.LooksIntoVerdict;
import io.keyledger.server.architecture.broken.api.OpenEvent;
import io.keyledger.server.architecture.broken.api.ReadsTheDatabase;
import io.keyledger.server.architecture.broken.api.RenameCommand;
import io.keyledger.server.architecture.broken.api.SealedEvent;
import io.keyledger.server.architecture.broken.command.AsksTheSystemClock;
import io.keyledger.server.architecture.broken.command.HandlesAnOrphan;
import io.keyledger.server.architecture.broken.command.LogsWithTheJdk;
import io.keyledger.server.architecture.broken.command.LooksIntoQuery;
import io.keyledger.server.architecture.broken.query.InjectsAField;
import io.keyledger.server.architecture.broken.query.LooksIntoCommand;
import io.keyledger.server.architecture.broken.query.LooksIntoStarter;
import io.keyledger.server.architecture.broken.query.Prints;
import io.keyledger.server.architecture.broken.resourceserver.LooksIntoQueryFromOutside;
import io.keyledger.server.architecture.broken.resourceserver.SendsACommand;
import io.keyledger.server.architecture.broken.server.left.Left;
import io.keyledger.server.architecture.broken.server.right.Right;
import io.keyledger.server.architecture.broken.verdict.LooksIntoServer;
import io.keyledger.server.architecture.broken.verdict.OpensASocket;
import io.keyledger.server.architecture.broken.verdict.PublishesAnAxonEvent;
import io.keyledger.server.architecture.broken.verdict.ReadsAFile;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.Message;

/** The rules of the house. Each takes its root package, and names the fixtures that break it. */
enum ArchitectureRule {
    API_SEES_NO_OTHER_MODULE(
            root -> sees(root, "api", "verdict", "command", "query", "server", "resourceserver"),
            LooksIntoVerdict.class),
    VERDICT_SEES_ONLY_THE_API(
            root -> sees(root, "verdict", "command", "query", "server", "resourceserver"),
            LooksIntoServer.class),
    COMMAND_SEES_ONLY_THE_API(
            root -> sees(root, "command", "verdict", "query", "server"), LooksIntoQuery.class),
    QUERY_SEES_ONLY_VERDICT_AND_API(
            root -> sees(root, "query", "command", "server"), LooksIntoCommand.class),
    RESOURCE_SERVER_SEES_ONLY_VERDICT_AND_API(
            root -> sees(root, "resourceserver", "command", "query", "server"),
            LooksIntoQueryFromOutside.class),
    RESOURCE_SERVER_DRAGS_NO_AXON_ALONG(
            root ->
                    noClasses()
                            .that(resideInAnyPackage(of(root, "resourceserver")))
                            .should()
                            .dependOnClassesThat(resideInAnyPackage("org.axonframework..")),
            SendsACommand.class),
    NOBODY_SEES_THE_STARTER(
            root ->
                    noClasses()
                            .that(
                                    resideInAnyPackage(
                                            of(
                                                    root, "api", "verdict", "command", "query",
                                                    "server")))
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(of(root, "resourceserver"))),
            LooksIntoStarter.class),

    API_IS_PLAIN_JAVA(
            root -> dependsOnlyOn(root, "api", root + ".api.."),
            BecomesASpringBean.class,
            ReadsTheDatabase.class),
    VERDICT_DOES_NO_IO_AND_KNOWS_NO_FRAMEWORK(
            root ->
                    dependsOnlyOn(
                            root,
                            "verdict",
                            root + ".verdict..",
                            root + ".api..",
                            "tools.jackson.."),
            ReadsAFile.class,
            OpensASocket.class,
            PublishesAnAxonEvent.class),

    PACKAGES_HAVE_NO_CYCLES(
            _ -> slices().assignedFrom(eachPackage()).should().beFreeOfCycles(),
            Left.class,
            Right.class),
    TIME_COMES_THROUGH_THE_DOOR(
            root ->
                    noClasses()
                            .that(resideInAnyPackage(of(root, "api", "verdict", "command")))
                            .should()
                            .accessTargetWhere(asksTheSystemForTheTime()),
            AsksTheSystemClock.class),
    FIELDS_ARE_NOT_INJECTED(
            root ->
                    ArchRuleDefinition.noFields()
                            .that()
                            .areDeclaredInClassesThat(resideInAnyPackage(root + ".."))
                            .should(BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION),
            InjectsAField.class),
    NOBODY_LOGS_WITH_THE_JDK(
            root ->
                    noClasses()
                            .that(resideInAnyPackage(root + ".."))
                            .should()
                            .dependOnClassesThat(resideInAnyPackage("java.util.logging..")),
            LogsWithTheJdk.class),
    ONLY_THE_COMMAND_LINE_PRINTS(
            root ->
                    noClasses()
                            .that(resideInAnyPackage(root + ".."))
                            .and(not(resideInAnyPackage(root + ".server.cli..")))
                            .should(ACCESS_STANDARD_STREAMS),
            Prints.class),

    MESSAGES_ARE_RECORDS_UNDER_SEALED_PARENTS(
            root ->
                    classes()
                            .that(resideInAnyPackage(of(root, "api")))
                            .should(beRecordsUnderSealedParentsWhenTheyAreMessages()),
            OpenEvent.class,
            RenameCommand.class,
            SealedEvent.NotARecord.class),
    HANDLED_MESSAGES_HAVE_SEALED_PARENTS(
            root ->
                    codeUnits()
                            .that()
                            .areDeclaredInClassesThat(resideInAnyPackage(root + ".."))
                            .and(handleMessages())
                            .should(takeAMessageWithASealedParent()),
            HandlesAnOrphan.class);

    private static final String[] PLAIN_JAVA = {
        "java.lang..",
        "java.math",
        "java.nio",
        "java.nio.charset",
        "java.security..",
        "java.text..",
        "java.time..",
        "java.util",
        "java.util.concurrent..",
        "java.util.function",
        "java.util.random",
        "java.util.regex",
        "java.util.stream",
        "java.util.zip",
        "javax.crypto..",
        "com.fasterxml.jackson.annotation..",
        "org.jspecify.annotations"
    };

    private static final Set<String> HARMLESS_CLASSES =
            Set.of("java.io.Serializable", "java.io.Serial", "java.net.URI");

    @SuppressWarnings("ImmutableEnumChecker") // a stateless function
    private final Function<String, ArchRule> rule;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Class<?>> brokenBy;

    ArchitectureRule(Function<String, ArchRule> rule, Class<?>... brokenBy) {
        this.rule = rule;
        this.brokenBy = List.of(brokenBy);
    }

    ArchRule in(String root) {
        return rule.apply(root);
    }

    List<Class<?>> brokenBy() {
        return brokenBy;
    }

    private static ArchRule sees(String root, String module, String... not) {
        return noClasses()
                .that(resideInAnyPackage(of(root, module)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(of(root, not)));
    }

    private static ArchRule dependsOnlyOn(String root, String module, String... also) {
        DescribedPredicate<JavaClass> allowed =
                resideInAnyPackage(PLAIN_JAVA)
                        .or(resideInAnyPackage(also))
                        .or(describe("harmless", it -> HARMLESS_CLASSES.contains(it.getName())));
        return classes()
                .that(resideInAnyPackage(of(root, module)))
                .should()
                .onlyDependOnClassesThat(
                        describe(
                                "are allowed there",
                                it ->
                                        allowed.test(it.getBaseComponentType())
                                                || it.getBaseComponentType().isPrimitive()));
    }

    private static String[] of(String root, String... modules) {
        return List.of(modules).stream().map(it -> root + "." + it + "..").toArray(String[]::new);
    }

    private static SliceAssignment eachPackage() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                return SliceIdentifier.of(javaClass.getPackageName());
            }

            @Override
            public String getDescription() {
                return "each package";
            }
        };
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheSystemForTheTime() {
        return describe(
                "asks the system for the time",
                access -> {
                    JavaClass owner = access.getTargetOwner();
                    String name = access.getName();
                    if (owner.isEquivalentTo(System.class)) {
                        return name.equals("currentTimeMillis") || name.equals("nanoTime");
                    }
                    if (owner.isEquivalentTo(Clock.class)) {
                        return name.startsWith("system") || name.startsWith("tick");
                    }
                    if (owner.isEquivalentTo(Date.class)) {
                        return name.equals("<init>");
                    }
                    return owner.getPackageName().equals("java.time")
                            && name.equals("now")
                            && !takesAClock(access);
                });
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream()
                        .anyMatch(it -> it.isEquivalentTo(Clock.class));
    }

    private static ArchCondition<JavaClass> beRecordsUnderSealedParentsWhenTheyAreMessages() {
        return new ArchCondition<>("be records under sealed parents when they are messages") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (isNamedLikeAParent(type) && !isSealedParent(type)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getName() + " is not a sealed interface"));
                }
                if (isMessage(type) && !type.isInterface() && !type.isRecord()) {
                    events.add(
                            SimpleConditionEvent.violated(type, type.getName() + " is no record"));
                }
            }
        };
    }

    private static DescribedPredicate<JavaCodeUnit> handleMessages() {
        return describe(
                "handle messages",
                it ->
                        it.isAnnotatedWith(CommandHandler.class)
                                || it.isAnnotatedWith(EventHandler.class)
                                || it.isAnnotatedWith(EventSourcingHandler.class));
    }

    private static ArchCondition<JavaCodeUnit> takeAMessageWithASealedParent() {
        return new ArchCondition<>("take a message with a sealed parent") {
            @Override
            public void check(JavaCodeUnit handler, ConditionEvents events) {
                boolean fine =
                        handler.getRawParameterTypes().stream()
                                .anyMatch(it ->
                                        isMessage(it)
                                                || it.isAssignableTo(Message.class)
                                                || isSnapshotOf(handler.getOwner(), it));
                if (!fine) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    handler, handler.getFullName() + " handles an orphan"));
                }
            }
        };
    }

    /** What an aggregate remembers stands for the events that it was made of. */
    private static boolean isSnapshotOf(JavaClass aggregate, JavaClass type) {
        return aggregate.isAssignableTo(Snapshotted.class)
                && aggregate.getMethod("snapshot").getRawReturnType().equals(type);
    }

    private static boolean isMessage(JavaClass type) {
        return isSealedParent(type)
                || type.getAllRawInterfaces().stream().anyMatch(ArchitectureRule::isSealedParent);
    }

    private static boolean isSealedParent(JavaClass type) {
        return isNamedLikeAParent(type) && type.isInterface() && type.reflect().isSealed();
    }

    private static boolean isNamedLikeAParent(JavaClass type) {
        return type.getSimpleName().endsWith("Command") || type.getSimpleName().endsWith("Event");
    }
}
