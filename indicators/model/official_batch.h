/* official_batch: what official.c gathers and official_store.c stores; see official.h. For these two alone. */
#ifndef INDICATORS_MODEL_OFFICIAL_BATCH_H
#define INDICATORS_MODEL_OFFICIAL_BATCH_H

#include "indicators/base/arena.h"
#include "indicators/model/official.h"

struct official_batch {
	struct arena arena;
	struct official_area *areas;
	size_t area_count;
	struct official_value *values;
	size_t count;
	size_t room;
};

#endif
