package io.mergewell.cli.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a piece of work cost this process.
 *
 * @param seconds wall time
 * @param cpuSeconds processor time of all threads, garbage collection and compilation included
 * @param peakHeapBytes the sum of the highest use of each part of the heap, garbage included: what the heap never went
 *     beyond
 * @param peakResidentBytes the most memory the process ever had from the system, since its start; empty where the system
 *     does not tell (only Linux does)
 */
record Effort(double seconds, double cpuSeconds, long peakHeapBytes, OptionalLong peakResidentBytes) {

    private static final double NANOS = 1e9;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK_RESIDENT = "VmHWM:";
    private static final long KIB = 1024;

    /** A measurement that has begun. */
    static final class Running {

        private final long start = System.nanoTime();
        private final Duration cpu = processorTime();

        private Running() {
            heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        }

        /** What was spent since it began. */
        Effort spent() {
            return new Effort(
                    (System.nanoTime() - start) / NANOS,
                    processorTime().minus(cpu).toNanos() / NANOS,
                    heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum(),
                    peakResident());
        }
    }

    /** Begins to measure. */
    static Running begin() {
        return new Running();
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** As proc(5) has it: {@code VmHWM:    123456 kB}. */
    private static OptionalLong peakResident() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(PEAK_RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
