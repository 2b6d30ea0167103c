/** The store on disk, what a file may be, pictures, and the check. */
@NullMarked
package org.lantian.server.files.internal;

import org.jspecify.annotations.NullMarked;
