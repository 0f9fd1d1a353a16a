package dev.labwire.timeline;

/** Makes the public ids of new events. */
interface PublicIds {

    String next();
}
