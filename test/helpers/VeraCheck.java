import java.io.FileInputStream;
import java.io.InputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks files against profiles: arguments are FILE=PROFILE,PROFILE… (3a, 2b, ua1). Prints one line per file and profile. */
public class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String argument : arguments) {
      int split = argument.lastIndexOf('=');
      String file = argument.substring(0, split);
      for (String profile : argument.substring(split + 1).split(",")) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(profile);
        try (InputStream in = new FileInputStream(file);
            PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
            PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
          ValidationResult result = validator.validate(parser);
          StringBuilder line = new StringBuilder(file + "\t" + profile + "\t" + (result.isCompliant() ? "pass" : "fail") + "\t" + result.getTotalAssertions());
          java.util.Set<String> seen = new java.util.TreeSet<>();
          for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
            seen.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage().replaceAll("\\s+", " "));
          }
          for (String fault : seen) line.append("\t").append(fault);
          System.out.println(line);
        }
      }
    }
  }
}
