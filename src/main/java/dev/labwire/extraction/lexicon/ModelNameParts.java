package dev.labwire.extraction.lexicon;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parts of model names look like, in lower case. */
final class ModelNameParts {

    static final Pattern VERSION = Pattern.compile("[vmkrt]?\\d{1,2}(?:\\.\\d{1,3}){0,2}[a-z]{0,2}");
    static final Pattern SIZE = Pattern.compile("(?:\\d{1,2}x)?(?:a|e)?(\\d{1,4}(?:\\.\\d{1,2})?)([bmt])");
    static final Pattern STAMP = Pattern.compile("(?:0[1-9][0-3]\\d|1[0-2][0-3]\\d|2[3-6][01]\\d)");
    static final Pattern BUILD = Pattern.compile("20\\d{6}");

    /** words that tell one model of a version from another */
    static final Set<String> VARIANTS = Set.of(
            "mini",
            "nano",
            "micro",
            "lite",
            "flash",
            "pro",
            "ultra",
            "max",
            "turbo",
            "plus",
            "air",
            "heavy",
            "fast",
            "codex",
            "coder",
            "vl",
            "omni",
            "thinking",
            "large",
            "medium",
            "small",
            "tiny",
            "xl",
            "high",
            "audio",
            "image",
            "video",
            "speech",
            "vision",
            "embedding",
            "realtime",
            "live",
            "tts",
            "asr",
            "ocr",
            "math",
            "next",
            "premier",
            "edge",
            "sonic",
            "reasoning",
            "highspeed",
            "spark",
            "base",
            "instruct",
            "chat",
            "it",
            "a",
            "v",
            "r",
            "s",
            "m",
            "k");
    /** words that say how finished a model is */
    static final Set<String> STAGES = Set.of("preview", "experimental", "exp", "beta", "alpha", "rc");
    /** variants that are the same model as without them */
    static final Set<String> SILENT = Set.of("instruct", "base", "chat", "it");

    private ModelNameParts() {}

    /** The number of parameters that a size such as "405b" or "8x22b" tells. */
    static long parameters(String size) {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(size + " is no size");
        }
        double unit =
                switch (matcher.group(2)) {
                    case "b" -> 1e9;
                    case "t" -> 1e12;
                    default -> 1e6;
                };
        long experts = size.contains("x") ? Long.parseLong(size.substring(0, size.indexOf('x'))) : 1;
        return Math.round(Double.parseDouble(matcher.group(1)) * unit * experts);
    }
}
