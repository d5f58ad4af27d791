package io.mergewell.job.privacy;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.crm.systems.PersonFiles;
import io.mergewell.crm.write.PersonRewriter;
import io.mergewell.person.PersonId;
import io.mergewell.review.privacy.ErasedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A {@code cleaned.csv} without the records of some persons. */
final class ErasedCopy {

    private ErasedCopy() {}

    static ErasedFile of(Path file, CrmSettings crm, Set<PersonId> persons) throws IOException {
        if (!(crm instanceof CrmSettings.Csv list)) {
            return new ErasedFile.Unreadable();
        }
        CrmConnection copy = PersonFiles.connect(file, list.columns());
        try {
            PersonRewriter rewriter = ((WayOut.Copy) copy.out()).rewriter();
            Set<PersonId> present = rewriter.records(persons).keySet();
            ByteArrayOutputStream erased = new ByteArrayOutputStream();
            rewriter.write(List.of(), present, rewriter.digest(), erased);
            return present.isEmpty() ? new ErasedFile.Unchanged() : new ErasedFile.Changed(erased.toByteArray());
        } catch (CrmException notThisList) {
            return new ErasedFile.Unreadable();
        } finally {
            copy.source().close();
        }
    }
}
