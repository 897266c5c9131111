/** What every page has, whatever is on it: the frame, links, languages, numbers and days, refusals and failures as pages. It knows no screen. */
package it.milanoaiuta.gateway.page;
