/*
 * schema: the schema of a snapshot, indicators/snapshot/schema.sql as built into the program.
 *
 * Snapshots are never migrated: a program that meets another schema asks for a new `monitor summarise`.
 */
#ifndef INDICATORS_SNAPSHOT_SCHEMA_H
#define INDICATORS_SNAPSHOT_SCHEMA_H

#define SNAPSHOT_APPLICATION_ID 0x414C4D53 /* "ALMS" */
#define SNAPSHOT_SCHEMA 6                  /* goes up with every change of schema.sql */

extern const char snapshot_schema[];

#endif
