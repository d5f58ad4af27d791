package io.mergewell.crm;

import io.mergewell.person.vocabulary.Term;
import java.util.List;

/**
 * What people call what the persons of one system hold by number. A report is read by these names; nothing that is
 * compared, decided or sent depends on them, so that whoever asks can do without an answer.
 *
 * <p>Its requests are few, and those of the {@link PersonSource} it came with: of one pace, and counted there.
 */
public interface NameSource {

    /** Of a system whose records hold names, or which tells none. */
    NameSource NONE = new NameSource() {
        @Override
        public List<Term> fields() {
            return List.of();
        }

        @Override
        public List<Term> owners() {
            return List.of();
        }

        @Override
        public List<Term> organisations(List<SourcedPerson> members) {
            return List.of();
        }

        @Override
        public String scope(Part part) {
            return "";
        }
    };

    /** What is asked for by itself, and may be refused by itself. */
    enum Part {
        FIELDS("custom fields, their options and labels"),
        OWNERS("owners"),
        ORGANISATIONS("organisations");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        /** For a sentence. */
        public String words() {
            return words;
        }
    }

    /**
     * All further fields of persons, their options, and all labels.
     *
     * @throws CrmException if they cannot be had
     */
    List<Term> fields();

    /**
     * All who may own a record, those who have left included; throws as {@link #fields} does.
     */
    List<Term> owners();

    /**
     * Some organisations; those that are not known any more are left out. Throws as {@link #fields} does.
     *
     * @param members one person of each, as it was read last
     */
    List<Term> organisations(List<SourcedPerson> members);

    /** What an app must be allowed for a part, as the system names that right; empty if it knows no such rights. */
    String scope(Part part);
}
