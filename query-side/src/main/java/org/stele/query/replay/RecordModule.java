package org.stele.query.replay;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleModule;

/**
 * Creates records through a method handle that takes all arguments at once. Jackson adapts its own handle at each call,
 * which costs more than reading the record's fields.
 */
final class RecordModule extends SimpleModule {

    RecordModule() {
        super("records");
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addValueInstantiators(new ValueInstantiators.Base() {
            @Override
            public ValueInstantiator modifyValueInstantiator(
                    DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator found) {
                return type.getBeanClass().isRecord()
                                && found instanceof StdValueInstantiator standard
                                && found.getWithArgsCreator() != null
                                && found.getWithArgsCreator().getAnnotated() instanceof Constructor<?> constructor
                        ? new RecordInstantiator(standard, handle(constructor))
                        : found;
            }
        });
    }

    private static MethodHandle handle(Constructor<?> constructor) {
        try {
            MethodHandle handle = MethodHandles.publicLookup().unreflectConstructor(constructor);
            return handle.asType(handle.type().generic())
                    .asSpreader(Object[].class, handle.type().parameterCount());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Events and what they hold are public records", e);
        }
    }

    private static final class RecordInstantiator extends StdValueInstantiator {

        private final transient MethodHandle constructor;

        RecordInstantiator(StdValueInstantiator standard, MethodHandle constructor) {
            super(standard);
            this.constructor = constructor;
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
            try {
                return (Object) constructor.invokeExact(arguments);
            } catch (Throwable e) { // What a handle throws; all of it is told as Jackson would.
                return context.handleInstantiationProblem(_valueClass, arguments, rewrapCtorProblem(context, e));
            }
        }
    }
}
