package io.mergewell.sandbox.population;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/** Makes person records one by one, in constant memory, the same for the same settings. */
public final class Population {

    private Population() {}

    /**
     * The records of a population. Those of one human being come behind one another, but their ids lie far apart: ids
     * from 1 to the count are given out in a computed random order.
     */
    public static Iterator<GeneratedPerson> persons(PopulationSettings settings) {
        return new Walk(settings);
    }

    private static final class Walk implements Iterator<GeneratedPerson> {

        private final long count;
        private final Scenes scenes;
        private final Shuffle ids;
        private final Paperwork paperwork;
        private final Queue<Draft> drafts = new ArrayDeque<>();
        private long scene;
        private long made;

        Walk(PopulationSettings settings) {
            this.count = settings.count();
            this.scenes = new Scenes(settings);
            this.ids = new Shuffle(settings.count(), settings.seed());
            this.paperwork = new Paperwork(settings);
        }

        @Override
        public boolean hasNext() {
            return made < count;
        }

        @Override
        public GeneratedPerson next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            while (drafts.isEmpty()) {
                drafts.addAll(scenes.play(scene++));
            }
            return paperwork.file(drafts.remove(), ids.of(made++) + 1);
        }
    }
}
