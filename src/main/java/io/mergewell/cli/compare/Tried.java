package io.mergewell.cli.compare;

import io.mergewell.cli.evaluate.decided.DecidedEvaluation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Settings that were tried.
 *
 * @param file the job file they stand in
 * @param decided what they make of decided pairs; null if there are none
 */
public record Tried(Path file, PlanSketch plan, @Nullable DecidedEvaluation decided) {}
