/** The commands: arguments in, diagnostics and exit code out. */
@NullMarked
package duizhao.cli;

import org.jspecify.annotations.NullMarked;
