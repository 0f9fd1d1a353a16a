package dev.labwire.digest;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The labels of mails and pages. The languages besides English lie in {@code messages/digest_*.properties}. */
@MessageBundle("digest")
interface DigestLabels {

    @Message("Daily digest")
    String title();

    @Message("Labwire, {date}: {headline}")
    String subject(String date, String headline);

    @Message("Labwire, {date}: {headline} (and {more} more)")
    String subjectMore(String date, String headline, int more);

    @Message("Labwire, {date}: all quiet")
    String subjectQuiet(String date);

    @Message("Corrections")
    String corrections();

    @Message("People moves")
    String moves();

    @Message("Models")
    String models();

    @Message("Deals")
    String deals();

    @Message("Nothing new on your topics since the last digest. The feeds were read as usual.")
    String quiet();

    @Message("The last seven days")
    String week();

    @Message("moves between organisations")
    String weekMoves();

    @Message("models released")
    String weekReleases();

    @Message("deals")
    String weekDeals();

    @Message("from {from} to {to}")
    String route(String from, String to);

    @Message("1 source")
    String oneSource();

    @Message("{count} sources")
    String sources(long count);

    @Message("{count} more on the timeline")
    String more(long count);

    @Message("{count} older happenings came onto the timeline")
    String older(long count);

    @Message("now confirmed")
    String markConfirmed();

    @Message("denied")
    String markDenied();

    @Message("corrected")
    String markCorrected();

    @Message("withdrawn")
    String markWithdrawn();

    @Message("reported")
    String reported();

    @Message("rumour")
    String rumored();

    @Message("denied")
    String denied();

    @Message("We told you: {headline}")
    String before(String headline);

    @Message("No source stands behind this any more.")
    String withdrawn();

    @Message("context {tokens} tokens")
    String context(String tokens);

    @Message("${in} in / ${out} out per million tokens")
    String price(String in, String out);

    @Message("{count} parameters")
    String parameters(String count);

    @Message("${amount}")
    String amount(String amount);

    @Message("You get this mail because {address} is subscribed to the digest of {host}.")
    String why(String address, String host);

    @Message("Change settings")
    String settings();

    @Message("Unsubscribe")
    String unsubscribe();

    @Message("Open the timeline")
    String timeline();

    @Message("Confirm your daily digest")
    String confirmSubject();

    @Message(
            "Somebody, hopefully you, asked for the daily digest of {host} for {address}: every day at {time}, {zone}.")
    String confirmText(String host, String address, String time, String zone);

    @Message("Confirm the subscription")
    String confirmButton();

    @Message("If it was not you, do nothing: without your confirmation nothing is sent.")
    String confirmIgnore();

    @Message("The link works for two days.")
    String confirmExpires();

    @Message("Confirmed. Your next digest comes on {date} at {time}, {zone}.")
    String confirmed(String date, String time, String zone);

    @Message("Stop the daily digest for {address}?")
    String unsubscribeText(String address);

    @Message("{address} gets no more digests.")
    String unsubscribed(String address);

    @Message("Saved. Your next digest comes on {date} at {time}, {zone}.")
    String saved(String date, String time, String zone);

    @Message("Time zone")
    String timeZone();

    @Message("Time")
    String deliverAt();

    @Message("Language")
    String language();

    @Message("Send it also when there is nothing to tell")
    String whenQuiet();

    @Message("Filter")
    String filter();

    @Message(
            "Query parameters of the list of events, such as type=people_move&organization=anthropic; empty for everything")
    String filterHelp();

    @Message("Save")
    String save();
}
