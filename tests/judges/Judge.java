import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * veraPDF as a judge that answers line by line.
 *
 * Reads a line of JSON {"file": ..., "profile": ...} and prints one with the verdict, until the input ends. A profile is
 * named as its file is in the jar: PDFUA-1, PDFA-3A, PDFUA-2-ISO32005, WTPDF-1-0-Accessibility. The jar lacks veraPDF's
 * XML binding, so the profiles are read with the JDK's own parser and built through veraPDF's public factories.
 */
public final class Judge {
    private static final String FOLDER = "/org/verapdf/pdfa/validation/";
    private static final int EXAMPLES_PER_RULE = 5;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, ValidationProfile> PROFILES = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // nobody else may write between the answers
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            Map<?, ?> question = JSON.readValue(line, Map.class);
            answers.println(JSON.writeValueAsString(answer((String) question.get("file"), (String) question.get("profile"))));
        }
    }

    private static Map<String, Object> answer(String file, String profile) {
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            verdict(file, profile(profile), answer);
        } catch (Exception | LinkageError failure) {
            answer.put("failure", failure.toString());
        }
        return answer;
    }

    /** Fills in what veraPDF found: {"rules", "passed", "failed": [{specification, clause, test, description, object, ...}]}. */
    private static void verdict(String file, ValidationProfile profile, Map<String, Object> answer) throws Exception {
        PDFAFlavour flavour = profile.getPDFAFlavour();
        try (InputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                PDFAValidator validator = ValidatorFactory.createValidator(profile, EXAMPLES_PER_RULE, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            int failures = result.getFailedChecks().values().stream().mapToInt(Integer::intValue).sum();
            answer.put("rules", profile.getRules().size());
            answer.put("passed", result.getTotalAssertions() - failures);
            answer.put("ended", result.getJobEndStatus().getValue());
            answer.put("compliant", result.isCompliant());
            answer.put("failed", failed(result, profile));
        }
    }

    private static List<Map<String, Object>> failed(ValidationResult result, ValidationProfile profile) {
        Map<String, Map<String, Object>> failed = new TreeMap<>();
        for (Map.Entry<RuleId, Integer> each : result.getFailedChecks().entrySet()) {
            Rule rule = profile.getRuleByRuleId(each.getKey());
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("specification", each.getKey().getSpecification().toString());
            entry.put("clause", each.getKey().getClause());
            entry.put("test", each.getKey().getTestNumber());
            entry.put("checks", each.getValue());
            entry.put("object", rule.getObject());
            entry.put("description", rule.getDescription());
            entry.put("examples", new ArrayList<String>());
            failed.put(name(each.getKey()), entry);
        }
        for (TestAssertion one : result.getTestAssertions()) {
            if (one.getStatus() == TestAssertion.Status.FAILED) {
                @SuppressWarnings("unchecked")
                List<String> examples = (List<String>) failed.get(name(one.getRuleId())).get("examples");
                examples.add(one.getErrorMessage() + " at " + one.getLocation().getContext());
            }
        }
        return new ArrayList<>(failed.values());
    }

    private static String name(RuleId id) {
        return id.getSpecification() + " " + id.getClause() + " " + id.getTestNumber();
    }

    private static ValidationProfile profile(String name) throws Exception {
        if (!PROFILES.containsKey(name)) {
            PROFILES.put(name, read(name));
        }
        return PROFILES.get(name);
    }

    private static ValidationProfile read(String name) throws Exception {
        try (InputStream stream = ValidationProfile.class.getResourceAsStream(FOLDER + name + ".xml")) {
            if (stream == null) {
                throw new IllegalArgumentException("veraPDF has no profile of the name " + name);
            }
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
            Set<Rule> rules = new LinkedHashSet<>();
            for (Element each : all(root, "rule")) {
                if (!rules.add(rule(each))) {
                    throw new IllegalStateException("veraPDF takes two rules for one: " + text(each, "description"));
                }
            }
            Set<Variable> variables = new LinkedHashSet<>();
            for (Element each : all(root, "variable")) {
                variables.add(variable(each));
            }
            PDFAFlavour flavour = PDFAFlavour.valueOf(root.getAttribute("flavour"));
            var details = Profiles.profileDetailsFromValues(text(root, "name"), text(root, "description"), "", new Date(0));
            return Profiles.profileFromValues(flavour, details, "", rules, variables);
        }
    }

    private static Rule rule(Element from) {
        Element id = first(from, "id");
        PDFAFlavour.Specification specification = PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
        int test = Integer.parseInt(id.getAttribute("testNumber"));
        List<Reference> references = new ArrayList<>();
        for (Element each : all(from, "reference")) {
            references.add(Profiles.referenceFromValues(each.getAttribute("specification"), each.getAttribute("clause")));
        }
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(specification, id.getAttribute("clause"), test),
                from.getAttribute("object"),
                from.hasAttribute("deferred") ? Boolean.valueOf(from.getAttribute("deferred")) : null,
                from.hasAttribute("tags") ? from.getAttribute("tags") : null,
                text(from, "description"),
                text(from, "test"),
                error(first(from, "error")),
                references);
    }

    private static ErrorDetails error(Element from) {
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element each : all(from, "argument")) {
            arguments.add(ErrorArgumentImpl.fromValues(each.getTextContent(), null, null));
        }
        return Profiles.errorFromValues(text(from, "message"), arguments);
    }

    private static Variable variable(Element from) {
        String start = text(from, "defaultValue");
        return Profiles.variableFromValues(from.getAttribute("name"), from.getAttribute("object"), start, text(from, "value"));
    }

    private static List<Element> all(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            elements.add((Element) found.item(at));
        }
        return elements;
    }

    private static Element first(Element parent, String name) {
        return all(parent, name).get(0);
    }

    private static String text(Element parent, String name) {
        return first(parent, name).getTextContent();
    }
}
