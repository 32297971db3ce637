package org.stele.eventstore.append.postgres;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A FaultyDataSource is a real one whose next commit ends with the loss of the connection. */
final class FaultyDataSource implements DataSource {

    /** What happens to the transaction before the connection is lost. */
    enum End {
        COMMITTED,
        ROLLED_BACK
    }

    private final DataSource real;
    private final AtomicReference<@Nullable End> next = new AtomicReference<>();

    FaultyDataSource(DataSource real) {
        this.real = real;
    }

    void failNextCommit(End end) {
        next.set(end);
    }

    /** Whether the commit that was to fail has been sent. */
    boolean hasFailed() {
        return next.get() == null;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = real.getConnection();
        return proxy(Connection.class, connection, (method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            return result instanceof PreparedStatement statement && commits((String) arguments[0])
                    ? losing(connection, statement)
                    : result;
        });
    }

    private static boolean commits(String sql) {
        return sql.stripTrailing().endsWith("COMMIT");
    }

    private PreparedStatement losing(Connection connection, PreparedStatement statement) {
        return proxy(PreparedStatement.class, statement, (method, arguments) -> {
            End end = method.getName().equals("execute") ? next.getAndSet(null) : null;
            if (end == null) {
                return method.invoke(statement, arguments);
            }
            if (end == End.COMMITTED) {
                statement.execute();
            }
            connection.close();
            throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
        });
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T real, Call call) {
        return type.cast(Proxy.newProxyInstance(
                FaultyDataSource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return call.to(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return real.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
