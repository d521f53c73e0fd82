package cotangent.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Holds what a function of an eval must answer to an input. */
public record Golden(
    String module, String function, String description, JsonNode input, JsonNode output) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the records of a file in {@code src/test/resources/gradbench}. */
  public static List<Golden> read(String file) {
    String resource = "/gradbench/" + file;
    try (InputStream bytes = Objects.requireNonNull(Golden.class.getResourceAsStream(resource));
        InputStream text = file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
      return lines.lines().map(Golden::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Golden parse(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      return new Golden(
          json.get("module").textValue(),
          json.get("function").textValue(),
          json.get("description").textValue(),
          json.get("input"),
          json.get("output"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Converts a member of the input. */
  public <T> T input(String member, Class<T> type) {
    return convert(Objects.requireNonNull(input.get(member), member), type);
  }

  /** Converts a part of the input. */
  public static <T> T convert(JsonNode part, Class<T> type) {
    return JSON.convertValue(part, type);
  }

  /** Tells the record in a test's name. */
  @Override
  public String toString() {
    return module + "." + function + " " + description;
  }
}
