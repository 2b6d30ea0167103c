/** What the command {@code assess} needs besides the standards: lists of stations and the rows it prints. */
@NullMarked
package org.lantian.cli.assess;

import org.jspecify.annotations.NullMarked;
