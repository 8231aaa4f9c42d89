package fr.preau.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The words of which {@code demo/country.json} makes names: communes of a stem, an end and a place, schools of a few
 * common names that hundreds bear, and of many rare ones.
 */
record CountryWords(
        List<String> stems,
        List<String> ends,
        List<String> places,
        List<String> common,
        List<String> first,
        List<String> second) {
    private static final double COMMON = 0.7;

    CountryWords {
        stems = List.copyOf(stems);
        ends = List.copyOf(ends);
        places = List.copyOf(places);
        common = List.copyOf(common);
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    static CountryWords load() {
        return DemoTerritory.read("country.json", CountryWords.class);
    }

    /** The name of a commune: the same number, the same name; communes that are far apart may share one. */
    String commune(int number) {
        return place(number) + places.get(number / (stems.size() * ends.size()) % places.size());
    }

    /** A stem and an end: as many as there are pairs, then again. */
    String place(int number) {
        return stems.get(number % stems.size()) + ends.get(number / stems.size() % ends.size());
    }

    /** What a school is called behind the words of its kind; the first common names are the most common. */
    String school(SplittableRandom random) {
        if (random.nextDouble() < COMMON) {
            double skewed = random.nextDouble() * random.nextDouble();
            return common.get((int) (skewed * common.size()));
        }
        return first.get(random.nextInt(first.size())) + " " + second.get(random.nextInt(second.size()));
    }
}
