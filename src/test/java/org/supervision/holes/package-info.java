/** Known holes, each shown open in a plain Camunda application and closed here. */
package org.supervision.holes;
