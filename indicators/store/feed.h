/*
 * feed: the table `feed` of every database that database.c opens: rows that the program makes while a statement reads them.
 *
 * An INSERT ... SELECT from it writes a million rows in one run of one statement, which costs a third of binding and
 * stepping each (the place at the table's end is found once). Only database.c includes this; callers use database_feed().
 */
#ifndef INDICATORS_STORE_FEED_H
#define INDICATORS_STORE_FEED_H

#include <sqlite3.h>

#include "indicators/store/database.h"

/* `feed` is looked at whenever the table is read, so that its source may change; it must outlive the handle. */
int feed_register(sqlite3 *handle, const struct database_feed *feed);

#endif
