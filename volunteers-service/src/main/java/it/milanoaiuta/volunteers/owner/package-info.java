/**
 * Whose an opportunity and its shifts are, and who may act for it. Uses organisations, memberships and the managers of hubs.
 */
package it.milanoaiuta.volunteers.owner;
