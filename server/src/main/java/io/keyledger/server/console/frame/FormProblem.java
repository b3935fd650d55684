package io.keyledger.server.console.frame;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.server.ledger.VersionConflictException;
import io.keyledger.server.problem.ProblemException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Why a form was not taken, to be shown beside the field.
 *
 * @param field as the API names it; empty when it is about the form as a whole
 * @param text what was wrong and what to do
 * @param value the part of what was sent that was refused; null when there is none to show
 */
public record FormProblem(String field, String text, @Nullable String value) {

    /** For pages whose form was not sent yet. */
    public static final FormProblem NONE = new FormProblem("", "", null);

    public boolean isAt(String name) {
        return field.equals(name) || field.startsWith(name + ".") || field.startsWith(name + "[");
    }

    /** Whether there is one, and no field to show it at. */
    public boolean isGeneral() {
        return field.isEmpty() && !text.isEmpty();
    }

    /** A refusal that the form can show; that something is not there is for the whole page. */
    private static FormProblem of(CommandRejected rejected) {
        return switch (rejected.reason().kind()) {
            case ABSENT -> throw rejected;
            default ->
                    new FormProblem(
                            Objects.requireNonNullElse(rejected.field(), ""),
                            rejected.reason().text(),
                            rejected.offendingValue());
        };
    }

    private static FormProblem of(ProblemException problem) {
        if (problem.code().status().is5xxServerError() || problem.code().status().value() == 404) {
            throw problem;
        }
        return new FormProblem(
                Objects.requireNonNullElse(problem.field(), ""),
                Objects.requireNonNullElse(problem.detail(), problem.code().text()),
                null);
    }

    /** What somebody else did is on the page now; whether one's own still fits is theirs to say. */
    private static FormProblem of(VersionConflictException faster) {
        if (faster.expected().isEmpty()) {
            throw faster;
        }
        return new FormProblem(
                "",
                "Somebody was faster: this was changed since you opened the page, and nothing of"
                        + " yours was done. What you typed is still here. Look at the history, and"
                        + " send the form again if it is still right.",
                null);
    }

    /**
     * Takes a form.
     *
     * @param taking what is done, and shown when it is done
     * @param asking the page with the form, again
     */
    public static ModelAndView orTaken(
            Supplier<ModelAndView> taking, Function<FormProblem, ModelAndView> asking) {
        try {
            return DoubleClick.patiently(taking);
        } catch (CommandRejected rejected) {
            return ConsolePages.notTaken(asking.apply(of(rejected)));
        } catch (ProblemException problem) {
            return refused(asking.apply(of(problem)), problem.code().status());
        } catch (VersionConflictException faster) {
            return ConsolePages.notTaken(asking.apply(of(faster)));
        }
    }

    /** What was sent too often is told as that, and all else as what cannot be taken as it is. */
    private static ModelAndView refused(ModelAndView page, HttpStatus status) {
        ConsolePages.notTaken(page);
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            page.setStatus(status);
        }
        return page;
    }
}
