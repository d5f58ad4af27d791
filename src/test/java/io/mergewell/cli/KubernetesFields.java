package io.mergewell.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a CronJob, of what it is made of, and of what this one needs of them: a part of the reference of batch/v1
 * and v1 (kubernetes.io/docs/reference/kubernetes-api). The API server refuses a field at the wrong place, kubectl before it.
 */
final class KubernetesFields {

    /** By the name of the field that holds it; one of a list by the name of the list. */
    private static final Map<String, Set<String>> BY_PARENT = Map.ofEntries(
            Map.entry("", Set.of("apiVersion", "kind", "metadata", "spec")),
            Map.entry("metadata", Set.of("name", "namespace", "labels", "annotations")),
            Map.entry(
                    "spec",
                    Set.of(
                            "schedule",
                            "timeZone",
                            "concurrencyPolicy",
                            "startingDeadlineSeconds",
                            "successfulJobsHistoryLimit",
                            "failedJobsHistoryLimit",
                            "suspend",
                            "jobTemplate")),
            Map.entry("jobTemplate", Set.of("metadata", "spec")),
            Map.entry(
                    "jobTemplate.spec",
                    Set.of(
                            "backoffLimit",
                            "activeDeadlineSeconds",
                            "ttlSecondsAfterFinished",
                            "podFailurePolicy",
                            "template")),
            Map.entry("podFailurePolicy", Set.of("rules")),
            Map.entry("rules", Set.of("action", "onExitCodes", "onPodConditions")),
            Map.entry("onExitCodes", Set.of("containerName", "operator", "values")),
            Map.entry("onPodConditions", Set.of("type", "status")),
            Map.entry("template", Set.of("metadata", "spec")),
            Map.entry(
                    "template.spec",
                    Set.of(
                            "restartPolicy",
                            "terminationGracePeriodSeconds",
                            "automountServiceAccountToken",
                            "securityContext",
                            "initContainers",
                            "containers",
                            "volumes")),
            Map.entry("initContainers", container()),
            Map.entry("containers", container()),
            Map.entry("envFrom", Set.of("secretRef", "configMapRef", "prefix")),
            Map.entry("secretRef", Set.of("name", "optional")),
            Map.entry("resources", Set.of("requests", "limits")),
            Map.entry("requests", Set.of("cpu", "memory")),
            Map.entry("limits", Set.of("cpu", "memory")),
            Map.entry(
                    "securityContext",
                    Set.of(
                            "runAsNonRoot",
                            "runAsUser",
                            "runAsGroup",
                            "fsGroup",
                            "seccompProfile",
                            "allowPrivilegeEscalation",
                            "readOnlyRootFilesystem",
                            "capabilities")),
            Map.entry("seccompProfile", Set.of("type", "localhostProfile")),
            Map.entry("capabilities", Set.of("add", "drop")),
            Map.entry("volumeMounts", Set.of("name", "mountPath", "readOnly", "subPath")),
            Map.entry("volumes", Set.of("name", "persistentVolumeClaim", "configMap", "emptyDir")),
            Map.entry("persistentVolumeClaim", Set.of("claimName", "readOnly")),
            Map.entry("configMap", Set.of("name", "items", "defaultMode", "optional")),
            Map.entry("emptyDir", Set.of("medium", "sizeLimit")));

    private KubernetesFields() {}

    private static Set<String> container() {
        return Set.of(
                "name", "image", "command", "workingDir", "envFrom", "resources", "securityContext", "volumeMounts");
    }

    /** The fields that are not where they belong, as paths; empty if all are. */
    static List<String> unknownIn(Object cronJob) {
        List<String> unknown = new ArrayList<>();
        visit(cronJob, "", "", unknown);
        return unknown;
    }

    private static void visit(Object value, String parent, String path, List<String> unknown) {
        if (value instanceof Collection<?> each) {
            each.forEach(one -> visit(one, parent, path, unknown));
        } else if (value instanceof Map<?, ?> fields) {
            fields.forEach((key, field) -> {
                String name = key.toString();
                if (!BY_PARENT.getOrDefault(parent, Set.of()).contains(name)) {
                    unknown.add(path + "." + name);
                }
                visit(field, child(parent, name), path + "." + name, unknown);
            });
        }
    }

    /** A specification is another one in each thing that has one. */
    private static String child(String parent, String name) {
        return name.equals("spec") && !parent.isEmpty() ? parent + ".spec" : name;
    }
}
