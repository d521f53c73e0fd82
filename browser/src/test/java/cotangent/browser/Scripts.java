package cotangent.browser;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.page.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;

/**
 * Serves the scripts of pages without a page around them, and answers them what Java's functions
 * give: {@code /exp/0.5}.
 */
final class Scripts implements AutoCloseable {
  private final HttpServer server;
  private final byte[] page;
  private final OutsideCode outside;

  /**
   * @param classes those of the methods whose pages are run, which are asked for what is outside
   */
  Scripts(ClassLoader classes) throws IOException {
    outside = new OutsideCode(classes);
    String prove = text("/prove.js");
    page =
        ("<!doctype html><meta charset=utf-8><link rel=icon href=data:,><script type=module>"
                + Page.scripts("player")
                + prove
                + "</script>")
            .getBytes(StandardCharsets.UTF_8);
    // Else each answer waits for the acknowledgement of the one before: 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "functions of Java");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  static String text(String resource) throws IOException {
    try (InputStream in = Scripts.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    List<String> parts = List.of(exchange.getRequestURI().getPath().substring(1).split("/", -1));
    boolean isOutside = parts.get(0).equals("outside");
    byte[] body = parts.get(0).isEmpty() ? page : isOutside ? outside(exchange) : function(parts);
    String type = parts.get(0).isEmpty() ? "text/html" : "text/plain";
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Says what code outside answers; nothing where that cannot be said. */
  private byte[] outside(HttpExchange exchange) throws IOException {
    try {
      JsonObject question = JsonParser.object().from(exchange.getRequestBody());
      JsonObject answer = new JsonObject();
      answer.put("answer", outside.answer(question.getObject("asked")));
      return JsonWriter.string(answer).getBytes(StandardCharsets.UTF_8);
    } catch (OutsideCode.Unknown | RuntimeException e) {
      return "{}".getBytes(StandardCharsets.UTF_8);
    } catch (JsonParserException e) {
      throw new IOException(e);
    }
  }

  private static byte[] function(List<String> parts) {
    Op function = Operations.byName(parts.get(0));
    Object[] operands = parts.stream().skip(1).map(Double::valueOf).toArray();
    return String.valueOf(function.evaluate(Arrays.asList(operands)))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
