package dev.labwire.extraction.lexicon;

import dev.labwire.text.FileFault;
import dev.labwire.text.YamlReading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Looks through a file that an admin adds to the names and words, and says what is wrong with it and where. */
public final class LexiconCheck {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern VERB = Pattern.compile("[a-z][a-z'-]+");
    private static final Set<String> ORGANIZATION_KINDS = Set.of(
            "lab", "company", "startup", "university", "institute", "government", "investor", "publisher", "nonprofit");
    private static final Set<String> MODEL_KINDS = Set.of(
            "text", "image", "video", "audio", "code", "embedding", "world", "robotics", "science", "multimodal");

    private static final Set<String> FIELDS_OF_A_LANGUAGE = Set.of(
            "verbs",
            "sets",
            "glosses",
            "scales",
            "titles",
            "abbreviations",
            "functionWords",
            "decimalComma",
            "ordinalDots",
            "mixesEnglish",
            "apostrophe");

    private final LexiconYaml yaml;
    private final Lexicon known;

    private LexiconCheck(String text, Lexicon known) {
        this.yaml = new LexiconYaml(text);
        this.known = known;
    }

    /** What is wrong with the text of an added file of names or words, given what is known without it. */
    public static List<FileFault> faults(String file, String text, Lexicon known) {
        LexiconCheck check = new LexiconCheck(text, known);
        switch (file) {
            case "organizations.yaml" -> check.organizations();
            case "model-families.yaml" -> check.families();
            case "people.yaml" -> check.people();
            case "benchmarks.yaml" -> check.benchmarks();
            case "first-names.yaml", "common-words.yaml" -> check.yaml.words(check.yaml.root(), "the file");
            case "words-en.yaml" -> check.words();
            default -> {
                if (!LexiconFiles.stem(file).equals("words")) {
                    throw new IllegalArgumentException(file + " holds neither names nor words");
                }
                check.wordsOfAnotherLanguage();
            }
        }
        return check.yaml.faults();
    }

    private void organizations() {
        List<LexiconEntry> entries = yaml.entries(
                "organisation", "id", Set.of("id", "name", "kind", "aliases", "parent", "domains", "ambiguous"));
        Set<String> own = new HashSet<>();
        for (LexiconEntry entry : entries) {
            String id = entry.text("id");
            if (id != null) {
                own.add(id);
            }
            matches(entry, "id", id, SLUG, "must be lower-case letters and digits with hyphens between");
            names(entry, "name");
            entry.required("kind");
            entry.oneOf("kind", ORGANIZATION_KINDS);
            entry.texts("domains").stream()
                    .filter(domain -> !DOMAIN.matcher(domain.text()).matches())
                    .forEach(domain -> domain.fault("'" + domain.text() + "' must be a host name in lower case"));
            entry.flag("ambiguous");
        }
        entries.forEach(entry -> parent(entry, own));
    }

    private void parent(LexiconEntry entry, Set<String> own) {
        organization(entry, "parent", own::contains);
        String parent = entry.text("parent");
        if (parent != null && parent.equals(entry.text("id"))) {
            entry.fault("parent", "an organisation cannot be a part of itself");
        }
    }

    /** A field that, if it is there, is the id of an organisation that is known or among these. */
    private void organization(LexiconEntry entry, String field, Predicate<String> own) {
        String id = entry.text(field);
        if (id != null && !own.test(id) && known.organization(id).isEmpty()) {
            entry.fault(field, field + " '" + id + "': no organisation has this id");
        }
    }

    private void families() {
        Set<String> fields = Set.of(
                "family",
                "owner",
                "aliases",
                "tiers",
                "loneTiers",
                "letterVersion",
                "bare",
                "kind",
                "separator",
                "tierFirstFrom");
        for (LexiconEntry entry : yaml.entries("family", "family", fields)) {
            names(entry, "family");
            entry.required("owner");
            organization(entry, "owner", id -> false);
            entry.texts("tiers");
            entry.flag("loneTiers");
            entry.flag("letterVersion");
            entry.oneOf("bare", Set.of("model", "product", "none"));
            entry.oneOf("kind", MODEL_KINDS);
            entry.oneOf("separator", Set.of("-", "."));
            matches(
                    entry,
                    "tierFirstFrom",
                    entry.text("tierFirstFrom"),
                    Pattern.compile("\\d{1,4}"),
                    "must be a number");
        }
    }

    private void people() {
        yaml.entries("person", "name", Set.of("name", "aliases")).forEach(entry -> names(entry, "name"));
    }

    private void benchmarks() {
        for (LexiconEntry entry : yaml.entries("benchmark", "name", Set.of("name", "aliases", "unit"))) {
            names(entry, "name");
            entry.required("unit");
        }
    }

    /** The name and the aliases: a spelling of signs alone would be found everywhere. */
    private void names(LexiconEntry entry, String field) {
        String name = entry.required(field);
        if (name != null && !spelled(name)) {
            entry.fault(field, field + " '" + name + "' must have a letter or a digit");
        }
        entry.texts("aliases").stream()
                .filter(alias -> !spelled(alias.text()))
                .forEach(alias -> alias.fault("'" + alias.text() + "' must have a letter or a digit"));
    }

    private static boolean spelled(String name) {
        return name.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static void matches(
            LexiconEntry entry, String field, @Nullable String text, Pattern pattern, String otherwise) {
        if (text != null && !pattern.matcher(text).matches()) {
            entry.fault(field, field + " '" + text + "' " + otherwise);
        }
    }

    private void wordsOfAnotherLanguage() {
        Node root = yaml.root();
        if (root == null) {
            return;
        }
        YamlReading reading = yaml.reading();
        Map<String, Node> file = reading.mapping(root, "the file", FIELDS_OF_A_LANGUAGE);
        for (String mapping : List.of("verbs", "sets")) {
            if (file.containsKey(mapping)) {
                reading.mapping(file.get(mapping), "'" + mapping + "'")
                        .forEach((key, words) -> yaml.phrases(words, "'" + key + "'"));
            }
        }
        if (file.containsKey("glosses")) {
            oneMeaningForEachPhrase(reading.mapping(file.get("glosses"), "'glosses'"));
        }
        for (String list : List.of("titles", "abbreviations", "functionWords")) {
            if (file.containsKey(list)) {
                yaml.phrases(file.get(list), "'" + list + "'");
            }
        }
        if (file.containsKey("apostrophe")) {
            String text = yaml.text(file.get("apostrophe"), "'apostrophe'");
            if (text != null && !List.of("none", "elision", "suffix").contains(text)) {
                reading.fault(file.get("apostrophe"), "'apostrophe' must be none, elision or suffix");
            }
        }
    }

    private void oneMeaningForEachPhrase(Map<String, Node> glosses) {
        Map<String, String> meanings = new HashMap<>();
        glosses.forEach((word, phrases) -> {
            for (Node node : yaml.phrases(phrases, "'" + word + "'")) {
                String phrase = ((ScalarNode) node).getValue();
                String other = meanings.putIfAbsent(phrase, word);
                if (other != null && !other.equals(word)) {
                    yaml.reading().fault(node, "'" + phrase + "' means '" + other + "' already");
                }
            }
        });
    }

    private void words() {
        Node root = yaml.root();
        if (root == null) {
            return;
        }
        YamlReading reading = yaml.reading();
        Map<String, Node> file = reading.mapping(root, "the file", Set.of("verbs", "sets"));
        if (file.containsKey("verbs")) {
            reading.mapping(file.get("verbs"), "'verbs'").forEach((verb, forms) -> {
                if (!VERB.matcher(verb).matches()) {
                    reading.fault(forms, "'" + verb + "' must be a verb in lower-case letters");
                }
                yaml.words(forms, "the forms of '" + verb + "'");
            });
        }
        if (file.containsKey("sets")) {
            reading.mapping(file.get("sets"), "'sets'", known.words().setNames())
                    .forEach((set, words) -> yaml.words(words, "'" + set + "'"));
        }
    }
}
