package dev.labwire.timeline.merge;

import static dev.labwire.extraction.Kind.JOIN;
import static dev.labwire.extraction.Kind.LEAVE;
import static dev.labwire.timeline.merge.Told.move;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names in other scripts that no alias makes known. */
class SoftNamesTest {

    private static final Told ENGLISH = move(JOIN, "quentin-varga", null, "openai")
            .named("Quentin Varga")
            .on("2026-05-19")
            .by("wire", "2026-05-19");
    private static final Told JAPANESE = move(JOIN, "kuentin-varuga", null, "openai")
            .named("クエンティン・ヴァルガ")
            .on("2026-05-20")
            .by("asa", "2026-05-20");

    private static List<Happening> merged(Told... told) {
        return new Merger(Told.KIN).merge(Stream.of(told).map(Told::telling).toList(), List.of());
    }

    @Test
    void aNameThatSoundsAlikeAtTheSameHouseIsTheSamePersons() {
        assertThat(merged(ENGLISH, JAPANESE)).singleElement().satisfies(event -> {
            assertThat(event.headline()).isEqualTo("Quentin Varga joins OpenAI");
            assertThat(event.tellings()).hasSize(2);
        });
    }

    @Test
    void elsewhereItIsSomebodyElse() {
        Told elsewhere = move(JOIN, "kuentin-varuga", null, "anthropic")
                .named("クエンティン・ヴァルガ")
                .on("2026-05-20")
                .by("asa", "2026-05-20");

        assertThat(merged(ENGLISH, elsewhere)).hasSize(2);
    }

    @Test
    void atAnotherTimeItIsSomebodyElse() {
        Told later = move(JOIN, "kuentin-varuga", null, "openai")
                .named("クエンティン・ヴァルガ")
                .on("2026-09-20")
                .by("asa", "2026-09-20");

        assertThat(merged(ENGLISH, later)).hasSize(2);
    }

    @Test
    void goingIsNotComing() {
        Told leaves = move(LEAVE, "kuentin-varuga", "openai", null)
                .named("クエンティン・ヴァルガ")
                .on("2026-05-20")
                .by("asa", "2026-05-20");

        assertThat(merged(ENGLISH, leaves)).hasSize(2);
    }

    @Test
    void betweenTwoThatSoundAlikeNobodyIsChosen() {
        Told brother = move(JOIN, "quintin-varga", null, "openai")
                .named("Quintin Varga")
                .on("2026-05-19")
                .by("post", "2026-05-19");

        assertThat(merged(ENGLISH, brother, JAPANESE)).hasSize(3);
    }

    @Test
    void aNameThatStaysUnknownIsShownInLatinLettersWithTheFormAsRead() {
        assertThat(merged(JAPANESE)).singleElement().satisfies(event -> assertThat(event.headline())
                .isEqualTo("Kuentin Varuga (クエンティン・ヴァルガ) joins OpenAI"));
    }

    @Test
    void noOrderOfArrivalMakesADifference() {
        List<Telling> told = new ArrayList<>(Stream.of(
                        ENGLISH,
                        JAPANESE,
                        move(JOIN, "mira-oz", null, "openai")
                                .named("Mira Oz")
                                .on("2026-05-18")
                                .by("a", "2026-05-18"),
                        move(JOIN, "mi-la", null, "openai")
                                .named("ミラ・オズ")
                                .on("2026-05-21")
                                .by("b", "2026-05-21"))
                .map(Told::telling)
                .toList());
        List<Happening> expected = new Merger(Told.KIN).merge(told, List.of());
        Random chance = new Random(11);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(told, chance);
            assertThat(new Merger(Told.KIN).merge(told, List.of()))
                    .usingRecursiveComparison()
                    .isEqualTo(expected);
        }
    }
}
