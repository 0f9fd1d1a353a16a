package dev.labwire.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.LexiconFault;
import dev.labwire.extraction.lexicon.Organization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin may add to the lexicon, and how Labwire answers what is wrong with it. */
class LoadedLexiconTest {

    private static final String FRAME = """
            - id: unpack-boxes
              kind: join
              weight: 0.9
              patterns: ["<person> SUBJ unpack|unpacked|unpacks NP boxes at NP <to>"]
              yes: ["Jane Miller has unpacked her boxes at Mistral AI."]
              no: ["Jane Miller has not unpacked her boxes at Mistral AI."]
            """;

    @TempDir
    Path folder;

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private LoadedLexicon load() {
        return LoadedLexicon.from(folder);
    }

    private Lexicon good(String file, String text) throws IOException {
        write(file, text);
        LoadedLexicon loaded = load();
        assertThat(loaded.faults()).isEmpty();
        assertThat(loaded.added()).contains(file);
        return loaded.lexicon();
    }

    private List<String> faults(String file, String text) throws IOException {
        write(file, text);
        LoadedLexicon loaded = load();
        assertThat(loaded.added()).doesNotContain(file);
        assertThat(version(loaded.lexicon())).isEqualTo(version(Lexicon.shipped()));
        return loaded.faults().stream().map(LexiconFault::toString).toList();
    }

    private static String version(Lexicon lexicon) {
        return new Extractor(lexicon).version();
    }

    private static List<Mention> read(Lexicon lexicon, String sentence) {
        LocalDate published = LocalDate.of(2026, 5, 19);
        Document document = new Document(null, sentence, sentence, published, null, null, "en");
        return new Extractor(lexicon).read(document).mentions();
    }

    private static Optional<String> organization(Lexicon lexicon, String name) {
        return lexicon.organizationNamed(name).map(Organization::id);
    }

    @Test
    void withoutAFolderTheShippedDataCount() {
        LoadedLexicon loaded = LoadedLexicon.from(folder.resolve("missing"));

        assertThat(loaded.faults()).isEmpty();
        assertThat(loaded.added()).isEmpty();
        assertThat(version(loaded.lexicon())).isEqualTo(version(Lexicon.shipped()));
        assertThat(load().faults()).as("an empty folder").isEmpty();
    }

    @Test
    void aFileOfCommentsAddsNothing() throws IOException {
        assertThat(good("people.yaml", "# - { name: Jane Miller }\n").people()).isNotNull();
    }

    @Test
    void filesThatBeginWithADotAreLeftAlone() throws IOException {
        write(".organizations.yaml.swp", "\0");

        assertThat(load().faults()).isEmpty();
    }

    @Test
    void aNewOrganizationIsRecognised() throws IOException {
        String sentence = "Jane Miller joins Quillfeather as chief scientist";
        Lexicon lexicon = good("organizations.yaml", """
                - { id: quillfeather, name: Quillfeather, kind: lab, aliases: [QF Labs], parent: quill-group, domains: [quill.example] }
                - { id: quill-group, name: Quill Group, kind: company }
                """);

        assertThat(read(lexicon, sentence))
                .singleElement()
                .satisfies(mention -> assertThat(mention.move().to().id()).isEqualTo("quillfeather"));
        assertThat(organization(lexicon, "qf labs")).contains("quillfeather");
        assertThat(lexicon.organizationOfHost("www.quill.example").map(Organization::id))
                .contains("quillfeather");
        assertThat(lexicon.kin("quillfeather", "quill-group")).isTrue();
        assertThat(organization(lexicon, "OpenAI")).as("the shipped ones stay").contains("openai");
    }

    @Test
    void anEntryOfAKnownIdReplacesTheShippedOne() throws IOException {
        Lexicon lexicon = good("organizations.yaml", """
                - { id: mistral-ai, name: Mistral AI, kind: lab, aliases: [The Paris Lab] }
                """);

        assertThat(organization(lexicon, "The Paris Lab")).contains("mistral-ai");
        assertThat(organization(Lexicon.shipped(), "Mistral")).contains("mistral-ai");
        assertThat(organization(lexicon, "Mistral"))
                .as("an alias that is left out")
                .isEmpty();
    }

    @Test
    void whereTwoNamesAreSpelledAlikeTheAddedOneWins() throws IOException {
        Lexicon lexicon =
                good("organizations.yaml", "- { id: zzz, name: Zzz Bank, kind: investor, aliases: [Mistral] }\n");

        assertThat(organization(lexicon, "Mistral")).contains("zzz");
        assertThat(read(lexicon, "Jane Miller joins Mistral"))
                .isNotEmpty()
                .allSatisfy(mention -> assertThat(mention.move().to().id()).isEqualTo("zzz"));
    }

    @Test
    void aNewFamilyOfANewOrganizationNamesModels() throws IOException {
        write("organizations.yaml", "- { id: quillfeather, name: Quillfeather, kind: lab }\n");
        Lexicon lexicon = good(
                "model-families.yaml",
                "- { family: Plume, owner: quillfeather, tiers: [Down], bare: product, kind: text, tierFirstFrom: 2 }\n");

        assertThat(read(lexicon, "Quillfeather releases Plume 3"))
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.kind()).isEqualTo(Kind.RELEASE);
                    assertThat(mention.release().model().id()).isEqualTo("plume-3");
                    assertThat(mention.release().organization().id()).isEqualTo("quillfeather");
                });
    }

    @Test
    void namesAndWordsAreAdded() throws IOException {
        write("people.yaml", "- { name: Zuzanna Okonkwo, aliases: [Zuza Okonkwo] }\n");
        write("benchmarks.yaml", "- { name: PlumeBench, unit: \"%\" }\n");
        write("first-names.yaml", "[Quillon]");
        write("common-words.yaml", "- Quillish\n");
        Lexicon lexicon = good("words-en.yaml", """
                verbs:
                  onboard: [onbrought]
                  join: [joineth]
                sets:
                  places: [Quilland]
                """);

        assertThat(lexicon.knownBySurname("Okonkwo")).containsExactly("Zuzanna Okonkwo");
        assertThat(lexicon.firstName("quillon")).isTrue();
        assertThat(lexicon.commonWord("quillish")).isTrue();
        assertThat(lexicon.words().lemmas("onbrought")).containsExactly("onboard");
        assertThat(lexicon.words().lemmas("onboarding")).containsExactly("onboard");
        assertThat(lexicon.words().lemmas("joineth")).containsExactly("join");
        assertThat(lexicon.words().lemmas("joined")).as("a shipped form").contains("join");
        assertThat(lexicon.words().set("places")).contains("quilland", "vermont");
        assertThat(load().added()).hasSize(5);
    }

    @Test
    void aNewFrameFindsAMove() throws IOException {
        String sentence = "Jane Miller unpacks the boxes at Anthropic";
        assertThat(read(Lexicon.shipped(), sentence)).isEmpty();

        assertThat(read(good("frames-moves-en.yaml", FRAME), sentence))
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.kind()).isEqualTo(Kind.JOIN);
                    assertThat(mention.move().to().id()).isEqualTo("anthropic");
                });
    }

    @Test
    void aFrameOfAKnownIdReplacesTheShippedOne() throws IOException {
        String sentence = "Mistral AI has raised $600 million";
        Lexicon lexicon = good("frames-deals-en.yaml", """
                - id: raise
                  kind: funding
                  weight: 0.9
                  patterns: ["<org> SUBJ pocket|pockets|pocketed <money>"]
                  yes: ["Mistral AI pocketed $600 million."]
                """);

        assertThat(read(Lexicon.shipped(), sentence)).isNotEmpty();
        assertThat(read(lexicon, sentence)).isEmpty();
    }

    @Test
    void framesOfReleasesAndAffiliationsAreAddedToo() throws IOException {
        write("frames-releases-en.yaml", """
                - id: cork
                  kind: release
                  weight: 0.9
                  patterns: ["pop|pops|popped the cork on NP <model>"]
                  yes: ["OpenAI popped the cork on GPT-6."]
                """);
        write("frames-affiliations-en.yaml", """
                - id: office
                  kind: current
                  weight: 0.9
                  patterns: ["<person> , whose desk stands at <org>"]
                  yes: ["Jane Miller, whose desk stands at Anthropic, spoke."]
                  no: ["Jane Miller, whose desk stands near Anthropic, spoke."]
                """);

        assertThat(load().faults()).isEmpty();
        assertThat(load().added()).containsExactly("frames-affiliations-en.yaml", "frames-releases-en.yaml");
    }

    @Test
    void storedArticlesAreReadAgainWhenAFileChanges() throws IOException {
        String first = version(good("frames-moves-en.yaml", FRAME));
        String second = version(good("frames-moves-en.yaml", FRAME.replace("0.9", "0.8")));

        assertThat(List.of(version(Lexicon.shipped()), first, second)).doesNotHaveDuplicates();
    }

    @Test
    void theExampleOfTheReadmeHolds() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf("### Teach it names and phrases"));
        int start = section.indexOf("```yaml\n") + "```yaml\n".length();
        Lexicon lexicon = good("frames-moves-en.yaml", section.substring(start, section.indexOf("```", start)));

        assertThat(read(lexicon, "Jane Miller jumps ship to Anthropic"))
                .singleElement()
                .satisfies(mention -> assertThat(mention.kind()).isEqualTo(Kind.JOIN));
    }

    @Test
    void aFileWithAFaultIsLeftOutAndTheOthersCount() throws IOException {
        write("organizations.yaml", "- { id: quillfeather, name: Quillfeather, kind: lab }\n- { id: broken }\n");
        write("model-families.yaml", "- { family: Plume, owner: quillfeather }\n");
        write("people.yaml", "- { name: Zuzanna Okonkwo }\n");

        LoadedLexicon loaded = load();

        assertThat(loaded.added()).containsExactly("people.yaml");
        assertThat(organization(loaded.lexicon(), "Quillfeather")).isEmpty();
        assertThat(loaded.faults().stream().map(LexiconFault::toString))
                .containsExactly(
                        "organizations.yaml, line 2, column 3: this organisation lacks 'name'",
                        "organizations.yaml, line 2, column 3: this organisation lacks 'kind'",
                        "model-families.yaml, line 1, column 27: owner 'quillfeather': no organisation has this id");
    }

    @Test
    void readinessListsTheFaultsAndStaysUp() throws IOException {
        write("people.yaml", "- { name: Zuzanna Okonkwo }\n");
        write("benchmarks.yaml", "- { name: PlumeBench }\n");

        HealthCheckResponse answer = new LexiconHealth(load()).call();

        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(answer.getData().orElseThrow())
                .containsEntry("path", folder.toString())
                .containsEntry("added", "people.yaml")
                .containsEntry("faults", 1L)
                .containsEntry("fault-1", "benchmarks.yaml, line 1, column 3: this benchmark lacks 'unit'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "- { id: a-b, name: [                     | line 2, column 1: not readable as YAML",
                "a: b                                     | line 1, column 1: the file must be a list",
                "- one                                    | line 1, column 3: this organisation must be a mapping",
                "- { id: ab, name: Ab, kind: lab, nmae: x } | line 1, column 34: unknown key 'nmae' in this organisation; did you mean 'name'?",
                "- { name: Ab, kind: lab }                | line 1, column 3: this organisation lacks 'id'",
                "- { id: A b, name: Ab, kind: lab }       | line 1, column 9: id 'A b' must be lower-case letters and digits",
                "- { id: ab, name: [Ab], kind: lab }      | line 1, column 19: 'name' must be a text",
                "- { id: ab, name: Ab, kind: labb }       | line 1, column 29: kind 'labb' must be one of company, government",
                "- { id: ab, name: Ab, kind: lab, aliases: Abc } | line 1, column 43: 'aliases' must be a list",
                "- { id: ab, name: Ab, kind: lab, aliases: [~] } | line 1, column 44: an item of 'aliases' is empty",
                "- { id: ab, name: Ab, kind: lab, aliases: ['-'] } | line 1, column 44: '-' must have a letter or a digit",
                "- { id: ab, name: Ab, kind: lab, aliases: [' b'] } | line 1, column 44: an item of 'aliases' must not begin or end with a blank",
                "- { id: ab, name: Ab, kind: lab, parent: nobody } | line 1, column 42: parent 'nobody': no organisation has this id",
                "- { id: ab, name: Ab, kind: lab, parent: ab } | line 1, column 42: an organisation cannot be a part of itself",
                "- { id: ab, name: Ab, kind: lab, domains: [http://x] } | line 1, column 44: 'http://x' must be a host name",
                "- { id: ab, name: Ab, kind: lab, ambiguous: maybe } | line 1, column 45: 'ambiguous' must be true or false",
                "- { id: &x ab, name: *x, kind: lab }     | line 1, column 9: anchors and aliases",
            })
    void aFaultyOrganizationIsNamedWithItsPlace(String yaml, String fault) throws IOException {
        assertThat(faults("organizations.yaml", yaml + "\n"))
                .singleElement()
                .asString()
                .startsWith("organizations.yaml, " + fault);
    }

    @Test
    void anIdCountsOnceInAFile() throws IOException {
        String entry = "- { id: ab, name: Ab, kind: lab }\n";

        assertThat(faults("organizations.yaml", entry + "\n" + entry))
                .containsExactly("organizations.yaml, line 3, column 9: id 'ab' is taken by the entry in line 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "model-families.yaml | - { family: Plume }            | line 1, column 3: this family lacks 'owner'",
                "model-families.yaml | - { family: Plume, owner: openai, bare: all } | line 1, column 41: bare 'all' must be one of model, none, product",
                "model-families.yaml | - { family: Plume, owner: openai, kind: poem } | line 1, column 41: kind 'poem' must be one of audio",
                "model-families.yaml | - { family: Plume, owner: openai, tierFirstFrom: x } | line 1, column 50: tierFirstFrom 'x' must be a number",
                "model-families.yaml | - { family: Plume, owner: openai, separator: _ } | line 1, column 46: separator '_' must be one of -",
                "people.yaml         | - { nme: Jane Miller }         | line 1, column 5: unknown key 'nme' in this person; did you mean 'name'?",
                "people.yaml         | - { name: A B, name: A C }     | line 1, column 16: key 'name' stands twice in this person",
                "benchmarks.yaml     | - { name: PlumeBench }         | line 1, column 3: this benchmark lacks 'unit'",
                "first-names.yaml    | - Mary Ann                     | line 1, column 3: 'Mary Ann' must be a single word",
                "common-words.yaml   | word                           | line 1, column 1: the file must be a list",
                "words-en.yaml       | - word                         | line 1, column 1: the file must be a mapping",
                "words-en.yaml       | sets: { plces: [a] }           | line 1, column 9: unknown key 'plces' in 'sets'; did you mean 'places'?",
                "words-en.yaml       | verbs: { y: [] }               | line 1, column 13: 'y' must be a verb in lower-case letters",
                "words-nl.yaml       | glosses: { and: [en], with: [en] } | line 1, column 30: 'en' means 'and' already",
                "words-nl.yaml       | glosses: { and: [' '] }        | line 1, column 18: a word or phrase must have 1 to",
                "words-nl.yaml       | glozes: { and: [en] }          | line 1, column 1: unknown key 'glozes' in the file; did you mean 'glosses'?",
                "words-nl.yaml       | apostrophe: curly              | line 1, column 13: 'apostrophe' must be none, elision or suffix",
                "words-en.yaml       | verbs: { onboard: [on board] } | line 1, column 20: 'on board' must be a single word",
            })
    void otherFaultyNamesAndWordsAreToldAsWell(String file, String yaml, String fault) throws IOException {
        assertThat(faults(file, yaml + "\n"))
                .anySatisfy(told -> assertThat(told).startsWith(file + ", " + fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kind: join       | kind: hire        | line 2, column 9: kind 'hire' must be one of appoint, board, found",
                "kind: join       | kind: funding     | line 2, column 9: kind 'funding' must be one of appoint",
                "weight: 0.9      | weight: 1.5       | line 3, column 11: weight '1.5' must be a number from 0 to 1",
                "weight: 0.9      | weight: high      | line 3, column 11: weight 'high' must be a number from 0 to 1",
                "weight: 0.9      | titleOnly: false  | line 1, column 3: this frame lacks 'weight'",
                "weight: 0.9      | {weight: 0.9      | line 4, column 11: not readable as YAML",
                "patterns: [      | patterns: [\"<planet> join <to>\", | line 4, column 14: the pattern \"<planet> join <to>\" cannot be read: no slot is named <planet>",
                "patterns: [      | patterns: [\"<person> ( join <to>\", | line 4, column 14: the pattern \"<person> ( join <to>\" cannot be read",
                "patterns: [      | patterns: [\"<person> (\", | line 4, column 14: the pattern \"<person> (\" cannot be read",
                "patterns: [      | patterns: [\"join ..x\", | line 4, column 14: the pattern \"join ..x\" cannot be read",
                "patterns:        | no-patterns:      | line 1, column 3: this frame needs at least one item under 'patterns'",
                "yes:             | vetoAfter:        | line 1, column 3: this frame needs at least one example sentence under 'yes'",
                "at Mistral AI    | in Mistral AI     | line 5, column 9: no pattern of frame 'unpack-boxes' fits its example",
                "<person> SUBJ    | AUX               | line 5, column 9: a pattern of frame 'unpack-boxes' fits its example",
                "has not unpacked | has unpacked      | line 6, column 8: a join is found in",
            })
    void aFaultyFrameIsNamedWithItsPlace(String right, String wrong, String fault) throws IOException {
        assertThat(faults(
                        "frames-moves-en.yaml",
                        FRAME.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong))))
                .anySatisfy(told -> assertThat(told).startsWith("frames-moves-en.yaml, " + fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisations.yaml", "README.md", "frames-moves-german.yaml"})
    void anUnknownFileIsAFault(String name) throws IOException {
        write(name, "[]\n");

        assertThat(load().faults())
                .singleElement()
                .asString()
                .startsWith(name + ": no lexicon file has this name; known are organizations.yaml, ");
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        assertThat(faults("common-words.yaml", "- word\n".repeat(150_000)))
                .containsExactly("common-words.yaml: the file is larger than 1 MiB");
    }

    @Test
    void aFileThatIsNoUtf8IsAFault() throws IOException {
        byte[] latin = "- Anna\n- Joan Mir\u00f3\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("first-names.yaml"), latin);

        assertThat(load().faults())
                .singleElement()
                .hasToString("first-names.yaml, line 2, column 11: the file is not UTF-8");
    }

    @Test
    void aCharacterThatYamlDoesNotAllowIsAFault() throws IOException {
        assertThat(faults("people.yaml", "- { name: Jane Doe }\n- { name: a\u0001b }\n"))
                .singleElement()
                .asString()
                .startsWith("people.yaml, line 2, column 12: not readable as YAML");
    }

    @Test
    void aFolderInPlaceOfAFileAndAFileInPlaceOfTheFolderAreFaults() throws IOException {
        Files.createDirectory(folder.resolve("people.yaml"));
        assertThat(load().faults()).singleElement().hasToString("people.yaml: this is no file");

        Path file = Files.createFile(folder.resolve("people.yaml").resolve("lexicon"));
        assertThat(LoadedLexicon.from(file).faults())
                .singleElement()
                .asString()
                .startsWith("lexicon: the folder cannot be read");
    }

    @Test
    void theFolderLiesBesideTheFeedListUnlessASettingSaysOtherwise() {
        assertThat(config(null).lexiconFolder()).isEqualTo(Path.of("/srv/labwire/lexicon"));
        assertThat(config(Path.of("/etc/words")).lexiconFolder()).isEqualTo(Path.of("/etc/words"));
    }

    private static LexiconConfig config(@Nullable Path dir) {
        return new LexiconConfig() {
            @Override
            public Optional<Path> lexiconDir() {
                return Optional.ofNullable(dir);
            }

            @Override
            public Path feedsFile() {
                return Path.of("/srv/labwire/feeds.yaml");
            }
        };
    }
}
