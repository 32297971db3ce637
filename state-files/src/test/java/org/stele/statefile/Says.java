package org.stele.statefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;

/** The content of an attestation, put together in a test: what is not said is not stated. */
public final class Says {

    private @Nullable Baseline baseline;
    private @Nullable PersonsCount repatriated;
    private @Nullable PersonsCount remaining;
    private @Nullable PartialDate remainingAsOf;
    private @Nullable PartialDate periodFrom;
    private @Nullable PartialDate periodTo;
    private boolean nil;
    private boolean moreThanHalf;
    private boolean derived;
    private Visibility visibility = Visibility.PUBLISHED;
    private @Nullable String explanation;
    private @Nullable String dataLimit;

    public static Says nothing() {
        return new Says();
    }

    public static Says remaining(int count) {
        Says says = new Says();
        says.remaining = new PersonsCount(count);
        return says;
    }

    public static Says nil() {
        Says says = remaining(0);
        says.nil = true;
        return says;
    }

    public Says asOf(String date) {
        remainingAsOf = PartialDate.parse(date);
        return this;
    }

    public Says baseline(int count) {
        baseline = new Baseline(new PersonsCount(count), BaselineBasis.PERSONS);
        return this;
    }

    public Says undisclosedBaseline() {
        baseline = new Baseline(null, BaselineBasis.NOT_DISCLOSED);
        return this;
    }

    public Says repatriated(int count) {
        repatriated = new PersonsCount(count);
        return this;
    }

    public Says from(String date) {
        periodFrom = PartialDate.parse(date);
        return this;
    }

    public Says to(String date) {
        periodTo = PartialDate.parse(date);
        return this;
    }

    public Says declaredNil() {
        nil = true;
        return this;
    }

    public Says moreThanHalf() {
        moreThanHalf = true;
        return this;
    }

    public Says derived() {
        derived = true;
        return this;
    }

    public Says withheld() {
        visibility = Visibility.WITHHELD;
        return this;
    }

    public Says explained() {
        explanation = "The border was closed.";
        return this;
    }

    public Says limited() {
        dataLimit = "Permits before 2008 cannot be searched.";
        return this;
    }

    public AttestationContent content() {
        Figures workers = new Figures(baseline, repatriated, remaining, remainingAsOf);
        return new AttestationContent(
                workers,
                null,
                null,
                periodFrom,
                periodTo,
                nil,
                moreThanHalf,
                derived,
                visibility,
                explanation,
                dataLimit,
                null,
                List.of());
    }
}
