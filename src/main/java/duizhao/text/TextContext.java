package duizhao.text;

import duizhao.model.*;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

public record TextContext(
    String file,
    int firstLine,
    String owner,
    Language language,
    Map<String, Picture> pictures,
    Function<String, @Nullable String> relative) {}
