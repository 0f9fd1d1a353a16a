package dev.labwire.extraction.lexicon;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Countries and the cities that time zones are named for, in the words of a language, as the Unicode CLDR has them. */
final class PlaceNames {

    private static final Map<String, Set<String>> BY_LANGUAGE = new ConcurrentHashMap<>();

    private PlaceNames() {}

    /** The places in a language, in lower case; made once for all lexicons. */
    static Set<String> in(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, PlaceNames::collected);
    }

    private static Set<String> collected(String language) {
        ULocale locale = ULocale.forLanguageTag(language);
        Set<String> places = new HashSet<>();
        for (String country : ULocale.getISOCountries()) {
            places.add(new ULocale("", country).getDisplayCountry(locale).toLowerCase(Locale.ROOT));
        }
        TimeZoneNames zones = TimeZoneNames.getInstance(locale);
        for (String zone : TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            String city = zones.getExemplarLocationName(zone);
            if (city != null) {
                places.add(city.toLowerCase(Locale.ROOT));
            }
        }
        return Set.copyOf(places);
    }
}
