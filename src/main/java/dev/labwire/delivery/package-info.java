/**
 * What leaves the house: an outbox of mails and webhook calls, the steps that send them, the log of attempts, and the
 * admin's view of it all. Whoever has something to send puts it into the {@link dev.labwire.delivery.Outbox} in the same
 * commit as what it is about; what became of it comes back as a {@link dev.labwire.delivery.Settled} event in the commit
 * that settles it.
 *
 * <p>A mail is never sent twice for one occasion: it is marked as being sent, on disk, before the server is told that it is
 * complete, and one whose outcome was not seen is {@code unknown} until an admin decides. A webhook call may come twice, with
 * the same id.
 */
@NullMarked
package dev.labwire.delivery;

import org.jspecify.annotations.NullMarked;
