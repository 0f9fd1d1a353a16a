package dev.labwire.extraction;

import java.util.List;

/** Names the block of a mention: only mentions of one block can tell of the same happening. */
public final class MentionBlock {

    private MentionBlock() {}

    /** The block, a pure function of who or what the mention is about. */
    public static String of(Mention mention) {
        if (mention.move() != null) {
            return "person:" + mention.move().person().id();
        }
        if (mention.release() != null) {
            return "model:" + mention.release().model().id();
        }
        return "deal:" + mention.kind().wireName() + ":" + parties(mention.kind(), ids(mention));
    }

    private static List<String> ids(Mention mention) {
        Deal deal = mention.deal();
        return deal == null
                ? List.of()
                : deal.organizations().stream().map(Reference::id).toList();
    }

    private static String parties(Kind kind, List<String> ids) {
        if (ids.isEmpty()) {
            return "";
        }
        return switch (kind) {
            case ACQUISITION -> ids.get(ids.size() > 1 ? 1 : 0);
            case PARTNERSHIP, COMPUTE ->
                String.join("+", ids.stream().distinct().sorted().limit(2).toList());
            default -> ids.get(0);
        };
    }
}
