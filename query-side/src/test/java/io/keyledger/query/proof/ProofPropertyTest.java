package io.keyledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the size: what is true is proven, and nothing else is. */
class ProofPropertyTest {

    private static final long SEED = 20_261_125;

    static Stream<Case> cases() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        Trees trees = Trees.of(5_000);
        List<Case> cases = new ArrayList<>();
        IntStream.rangeClosed(1, 40).forEach(size -> cases.add(new Case(trees, size, random)));
        IntStream.range(0, 60)
                .forEach(_ -> cases.add(new Case(trees, random.nextLong(1, 5_001), random)));
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aTrueInclusionIsProvenAndAnyFlippedBitIsRefused(Case it) {
        long index = it.random.nextLong(it.size);
        InclusionProof proof = it.trees.tree.inclusion(index, it.size);
        Hash leaf = Trees.leaf(index);
        Hash root = it.trees.tree.root(it.size);

        assertThat(proof.proves(leaf, root)).isTrue();
        assertThat(proof.proves(it.flipped(leaf), root)).isFalse();
        assertThat(proof.proves(leaf, it.flipped(root))).isFalse();
        assertThat(it.wrong(proof.path()))
                .noneMatch(path -> new InclusionProof(index, it.size, path).proves(leaf, root));
        assertThat(new InclusionProof(index + it.size, it.size, proof.path()).proves(leaf, root))
                .isFalse();
        assertThat(new InclusionProof(index ^ 1, it.size, proof.path()).proves(leaf, root))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aTrueBeginningIsProvenAndAnyFlippedBitIsRefused(Case it) {
        long from = it.random.nextLong(1, it.size + 1);
        ConsistencyProof proof = it.trees.tree.consistency(from, it.size);
        Hash first = it.trees.tree.root(from);
        Hash second = it.trees.tree.root(it.size);

        assertThat(proof.proves(first, second)).isTrue();
        assertThat(proof.proves(it.flipped(first), second)).isFalse();
        assertThat(proof.proves(first, it.flipped(second))).isFalse();
        assertThat(it.wrong(proof.path()))
                .noneMatch(path -> new ConsistencyProof(from, it.size, path).proves(first, second));
        assertThat(new ConsistencyProof(it.size + 1, it.size, proof.path()).proves(first, second))
                .isFalse();
    }

    /** A tree of another history is no beginning, and the proof of one's own does not fit it. */
    @ParameterizedTest
    @MethodSource("cases")
    void aForkIsNeverProven(Case it) {
        Trees fork = new Trees();
        long from = it.random.nextLong(1, it.size + 1);
        long changed = it.random.nextLong(from);
        for (long index = 0; index < it.size; index++) {
            fork.append(index == changed ? Hash.ofLeaf(new byte[9]) : Trees.leaf(index));
        }

        assertThat(
                        fork.tree
                                .consistency(from, it.size)
                                .proves(it.trees.tree.root(from), fork.tree.root(it.size)))
                .isFalse();
        assertThat(
                        it.trees
                                .tree
                                .consistency(from, it.size)
                                .proves(it.trees.tree.root(from), fork.tree.root(it.size)))
                .isFalse();
    }

    record Case(Trees trees, long size, RandomGenerator random) {

        Hash flipped(Hash hash) {
            byte[] bytes = hash.bytes();
            int bit = random.nextInt(Hash.LENGTH * Byte.SIZE);
            bytes[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            return Hash.of(bytes);
        }

        /**
         * The path with a bit flipped in each of its hashes, without its last, and with another.
         */
        List<List<Hash>> wrong(List<Hash> path) {
            List<List<Hash>> wrong = new ArrayList<>();
            for (int at = 0; at < path.size(); at++) {
                List<Hash> one = new ArrayList<>(path);
                one.set(at, flipped(one.get(at)));
                wrong.add(one);
            }
            if (!path.isEmpty()) {
                wrong.add(path.subList(0, path.size() - 1));
            }
            wrong.add(Stream.concat(path.stream(), Stream.of(Hash.EMPTY)).toList());
            return wrong;
        }

        @Override
        public String toString() {
            return "size " + size;
        }
    }
}
