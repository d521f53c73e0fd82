package cotangent.benchmarks.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * What the compiler made of an annotated method: a line of its report.
 *
 * @param place the file as an absolute path, the line and the name
 * @param type the qualified name of its class
 * @param parameters the types of its parameters
 * @param errors the codes of what was refused, each once
 * @param leaves whether a number goes into another library, whose source isn't there
 * @param companion the class of the generated methods; empty where there is none
 * @param code the characters of that class, without comments and blanks
 * @param reached the methods that were read into this one, itself among them, with the characters
 *     of each, counted in the same way
 */
record Outcome(
    Candidate.Place place,
    String type,
    List<String> parameters,
    boolean isAccepted,
    List<String> errors,
    boolean leaves,
    String companion,
    int code,
    Map<String, Integer> reached) {
  private static final String ELSEWHERE = "whose source is not in this compilation";

  private static final JsonMapper JSON = new JsonMapper();

  /** Reads a report. */
  static List<Outcome> read(Path report) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    if (Files.exists(report)) {
      for (String line : Files.readAllLines(report)) {
        outcomes.add(of(JSON.readTree(line)));
      }
    }
    return outcomes;
  }

  private static Outcome of(JsonNode line) {
    TreeSet<String> errors = new TreeSet<>();
    boolean leaves = false;
    for (JsonNode finding : line.get("findings")) {
      if (finding.get("severity").asText().equals("error")) {
        errors.add(finding.get("code").asText());
        leaves |= finding.get("message").asText().contains(ELSEWHERE);
      }
    }
    Map<String, Integer> reached = new TreeMap<>();
    JsonNode sizes = line.get("reached");
    sizes.fieldNames().forEachRemaining(each -> reached.put(each, sizes.get(each).asInt()));
    String name = line.get("method").asText();
    return new Outcome(
        new Candidate.Place(line.get("file").asText(), line.get("line").asLong(), name),
        line.get("class").asText(),
        StreamSupport.stream(line.get("parameters").spliterator(), false)
            .map(JsonNode::asText)
            .toList(),
        line.get("accepted").asBoolean(),
        List.copyOf(errors),
        leaves,
        line.get("companion").asText(),
        line.get("code").asInt(),
        reached);
  }

  /** Returns the same place with a file that is relative to a folder. */
  Candidate.Place within(Path folder) {
    String file = folder.toAbsolutePath().relativize(Path.of(place.file())).toString();
    return new Candidate.Place(file, place.line(), place.name());
  }
}
