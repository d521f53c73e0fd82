package cotangent.benchmarks.gradbench;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Serves Cotangent as a tool of GradBench: a message a line on standard input, an answer a line on
 * standard output.
 */
public final class GradBench {
  private static final int BUFFER = 1 << 16;

  private GradBench() {}

  /** Answers messages until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    System.setOut(System.err); // nothing but answers may reach standard output
    serve(System.in, new FileOutputStream(FileDescriptor.out));
  }

  static void serve(InputStream messages, OutputStream answers) throws IOException {
    Session session = new Session(Evals.all());
    PrintStream lines = new PrintStream(answers, false, StandardCharsets.UTF_8);
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(messages, StandardCharsets.UTF_8), BUFFER);
    for (String message = reader.readLine(); message != null; message = reader.readLine()) {
      if (!message.isBlank()) {
        lines.print(session.answer(message) + "\n");
        lines.flush();
      }
    }
  }
}
