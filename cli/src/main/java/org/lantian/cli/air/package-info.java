/** Hours of many stations in memory, read from files for the commands that compute without a server. */
@NullMarked
package org.lantian.cli.air;

import org.jspecify.annotations.NullMarked;
