package dev.labwire.extraction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;

/**
 * When something happened, as exactly as the text says it.
 *
 * @param date {@code YYYY-MM-DD} for {@link Precision#DAY} and {@link Precision#BY}, {@code YYYY-MM} for
 *     {@link Precision#MONTH}, {@code YYYY} for {@link Precision#YEAR}
 */
public record OccurredOn(String date, Precision precision) {

    private static final int SAME_HAPPENING_DAYS = 45;

    /** How much of the date is known; {@code BY} means that day or before. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR,
        BY;

        /** The name used in the API. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Precision of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    @JsonCreator
    public OccurredOn(@JsonProperty("date") String date, @JsonProperty("precision") Precision precision) {
        this.date = date;
        this.precision = precision;
        lastDay();
    }

    public static OccurredOn day(LocalDate day) {
        return new OccurredOn(day.toString(), Precision.DAY);
    }

    public static OccurredOn by(LocalDate day) {
        return new OccurredOn(day.toString(), Precision.BY);
    }

    public static OccurredOn month(YearMonth month) {
        return new OccurredOn(month.toString(), Precision.MONTH);
    }

    public static OccurredOn year(Year year) {
        return new OccurredOn(year.toString(), Precision.YEAR);
    }

    /** The first day it can mean; for {@code BY} that day itself, since how much earlier is not known. */
    @JsonIgnore
    public LocalDate firstDay() {
        return switch (precision) {
            case DAY, BY -> LocalDate.parse(date);
            case MONTH -> YearMonth.parse(date).atDay(1);
            case YEAR -> Year.parse(date).atDay(1);
        };
    }

    /** Whether so many days lie between that both cannot be about one happening. */
    public boolean farFrom(OccurredOn other) {
        return firstDay().minusDays(SAME_HAPPENING_DAYS).isAfter(other.lastDay())
                || other.firstDay().minusDays(SAME_HAPPENING_DAYS).isAfter(lastDay());
    }

    /** The last day it can mean. */
    @JsonIgnore
    public LocalDate lastDay() {
        return switch (precision) {
            case DAY, BY -> LocalDate.parse(date);
            case MONTH -> YearMonth.parse(date).atEndOfMonth();
            case YEAR -> Year.parse(date).atMonth(12).atEndOfMonth();
        };
    }
}
