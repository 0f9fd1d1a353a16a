package dev.labwire.extraction.frame;

import dev.labwire.extraction.Reference;
import dev.labwire.text.Latin;
import dev.labwire.text.Slug;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the shape of an unknown name tells of it. */
public final class Names {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final Set<String> ORGANIZATION_ENDINGS = Set.of(
            "labs",
            "lab",
            "ai",
            "inc",
            "corp",
            "university",
            "institute",
            "capital",
            "ventures",
            "technologies",
            "technology",
            "systems",
            "robotics",
            "intelligence",
            "research",
            "group",
            "partners",
            "foundation",
            "college",
            "school",
            "company",
            "networks",
            "computing",
            "software",
            "security",
            "health",
            "bio",
            "therapeutics",
            "energy",
            "semiconductor",
            "semiconductors",
            "cloud",
            "studio",
            "studios",
            "media",
            "holdings",
            "bank",
            "fund",
            "ministry",
            "department",
            "agency",
            "center",
            "centre",
            "council",
            "commission",
            "club",
            "association",
            "society",
            "times",
            "journal",
            "post",
            "news",
            "machines",
            "superintelligence",
            "alliance",
            "academy",
            "office",
            "administration",
            "court",
            "team",
            "board",
            "committee",
            "industries",
            "motors",
            "airlines",
            "entertainment");

    private Names() {}

    /** A person of that name; the id is made of Latin letters, whatever script the name is in. */
    public static Reference reference(String person) {
        return new Reference(Slug.of(Latin.of(person)), person);
    }

    /** Two to four words, as people are called, and no ending that companies have. */
    public static boolean personLike(Unit unit) {
        String name = (String) unit.value();
        if (name == null) {
            return false;
        }
        String[] parts = BLANKS.split(name);
        return parts.length >= 2
                && parts.length <= 4
                && !organizationEnding(name)
                && name.chars().noneMatch(Character::isDigit)
                && Arrays.stream(parts)
                        .noneMatch(part ->
                                part.length() > 1 && part.equals(part.toUpperCase(Locale.ROOT)) && !part.endsWith("."));
    }

    /** Anything that could be called a company. */
    public static boolean organizationLike(Unit unit) {
        String name = (String) unit.value();
        return name != null && name.length() > 1;
    }

    public static boolean organizationEnding(String name) {
        String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        if (last.endsWith(".")) {
            last = last.substring(0, last.length() - 1);
        }
        return ORGANIZATION_ENDINGS.contains(last) || last.endsWith(".ai") || last.endsWith(".com");
    }
}
