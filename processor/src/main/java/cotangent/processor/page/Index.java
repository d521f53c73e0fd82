package cotangent.processor.page;

import java.util.Collection;

/** The page that lists the others. */
public final class Index {
  private Index() {}

  /**
   * Returns the page.
   *
   * @param names of the pages, without their ending, in the order in which they are listed
   */
  public static String of(Collection<String> names) {
    StringBuilder list = new StringBuilder();
    for (String name : names) {
      String shown = Markup.escaped(name);
      list.append("<li><a href=\"").append(shown).append(".html\">").append(shown);
      list.append("</a></li>\n");
    }
    return Page.resource("index.html").replace("{{list}}", list);
  }
}
