package org.stele.standalone;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.stele.command.entry.CommandContext;

/** Whether a method, or one that it calls on the command side, asks for the role of whoever sent a command. */
final class AskForARole extends ArchCondition<JavaMethod> {

    AskForARole() {
        super("ask for a role");
    }

    @Override
    public void check(JavaMethod handler, ConditionEvents events) {
        events.add(new SimpleConditionEvent(
                handler, asks(handler), "%s asks for no role".formatted(handler.getFullName())));
    }

    private static boolean asks(JavaMethod handler) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> next = new ArrayDeque<>(Set.of(handler));
        while (!next.isEmpty()) {
            JavaCodeUnit method = next.pop();
            for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
                if (call.getTargetOwner().isEquivalentTo(CommandContext.class)
                        && call.getName().equals("requireRole")) {
                    return true;
                }
                call.getTarget()
                        .resolveMember()
                        .filter(called -> called.getOwner().getPackageName().startsWith("org.stele.command"))
                        .filter(seen::add)
                        .ifPresent(next::push);
            }
        }
        return false;
    }
}
