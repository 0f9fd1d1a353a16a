/**
 * What stands between the features and the database so that a killed process leaves whole commits behind: one writing
 * transaction at a time, and the file on disk brought up to date between two of them.
 */
@NullMarked
package dev.labwire.storage;

import org.jspecify.annotations.NullMarked;
