package duizhao.importer;

import java.util.List;

/**
 * A report as it is proposed to an editor.
 *
 * @param id proposed; the editor renames the folder
 * @param folder that it goes to: the year, or {@code undated}
 * @param metadata the content of report.yaml
 * @param text the content of the original's Markdown file
 * @param confidence that its parts belong together and in this order, 0 to 1
 */
record Draft(
    String id,
    String folder,
    Section report,
    DraftText parts,
    List<Damage.Finding> findings,
    double confidence,
    String metadata,
    String text) {}
