/**
 * The city pack: a folder that tells the platform everything it must know of one city, each fact with its source.
 *
 * <p>{@link org.lantian.city.CityPackReader} reads and checks the folder; {@link org.lantian.city.CityPack} is what was
 * read. No code knows a particular city.
 */
@NullMarked
package org.lantian.city;

import org.jspecify.annotations.NullMarked;
