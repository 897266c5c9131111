package it.milanoaiuta.platform.web.http;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import com.github.therapi.runtimejavadoc.BaseJavadoc;
import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentVisitor;
import com.github.therapi.runtimejavadoc.FieldJavadoc;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.MethodJavadoc;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.Value;

/** What the sources' docstrings say, which the compiler keeps beside the classes, as an API's document writes it: CommonMark. */
final class Docstrings {

    private Docstrings() {}

    static Optional<String> ofType(DotName type) {
        return text(of(type).getComment());
    }

    /** Of a record's component, else of a field, by its name in the source. */
    static Optional<String> ofMember(DotName type, String member) {
        return named(of(type).getRecordComponents(), ParamJavadoc::getName, ParamJavadoc::getComment, member)
                .or(() -> named(of(type).getFields(), BaseJavadoc::getName, FieldJavadoc::getComment, member))
                .map(Sentence::begun);
    }

    /** Of an enum's constant. */
    static Optional<String> ofConstant(DotName type, String constant) {
        return named(of(type).getEnumConstants(), BaseJavadoc::getName, FieldJavadoc::getComment, constant);
    }

    static Optional<String> ofMethod(MethodInfo method) {
        return found(method).flatMap(javadoc -> text(javadoc.getComment()));
    }

    static Optional<String> ofParameter(MethodInfo method, String parameter) {
        return found(method).flatMap(
                javadoc -> named(javadoc.getParams(), ParamJavadoc::getName, ParamJavadoc::getComment, parameter)
                        .map(Sentence::begun));
    }

    static Optional<String> ofAnswer(MethodInfo method) {
        return found(method).flatMap(javadoc -> text(javadoc.getReturns()).map(Sentence::begun));
    }

    private static ClassJavadoc of(DotName type) {
        return RuntimeJavadoc.getJavadoc(type.toString(), new WithoutSlash(Thread.currentThread().getContextClassLoader()));
    }

    /** The library asks a loader for <code>/it/…</code>, by which only Quarkus' own finds anything. */
    private static final class WithoutSlash extends ClassLoader {

        private WithoutSlash(ClassLoader parent) {
            super(parent);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return super.getResourceAsStream(name.startsWith("/") ? name.substring(1) : name);
        }
    }

    private static Optional<MethodJavadoc> found(MethodInfo method) {
        return of(method.declaringClass().name()).getMethods().stream()
                .filter(javadoc -> javadoc.getName().equals(method.name())
                        && javadoc.getParamTypes().size() == method.parametersCount())
                .findFirst();
    }

    private static <T> Optional<String> named(List<T> all, Function<T, String> name, Function<T, Comment> comment,
            String wanted) {
        return all.stream().filter(one -> name.apply(one).equals(wanted)).findFirst().flatMap(one -> text(comment.apply(one)));
    }

    private static Optional<String> text(Comment comment) {
        CommonMark text = new CommonMark();
        Comment.nullToEmpty(comment).visit(text);
        return Optional.of(text.written()).filter(written -> !written.isEmpty());
    }

    /** A docstring is HTML with tags in braces; what we write of it is code, paragraphs, lists. */
    private static final class CommonMark implements CommentVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void commentText(String said) {
            text.append(said.replaceAll("\\s+", " "));
        }

        @Override
        public void inlineLink(Link link) {
            code(link.getLabel() != null && !link.getLabel().isBlank()
                    ? link.getLabel()
                    : name(link.getReferencedClassName(), link.getReferencedMemberName()));
        }

        @Override
        public void inlineTag(String name, String value) {
            code(value.strip());
        }

        @Override
        public void inlineValue(Value value) {
            code(name(value.getReferencedClassName(), value.getReferencedMemberName()));
        }

        private void code(String said) {
            text.append('`').append(said).append('`');
        }

        private static String name(String type, String member) {
            return Stream.of(type == null ? null : type.substring(type.lastIndexOf('.') + 1), member).filter(Objects::nonNull)
                    .reduce((first, second) -> second).orElse("");
        }

        private String written() {
            return text.toString().replaceAll("</?code>", "`").replaceAll(" ?<p> ?", "\n\n").replaceAll(" ?</?ul> ?", "\n\n")
                    .replaceAll(" ?<li> ?", "\n- ").replaceAll("</?\\w+>", "").replace("&lt;", "<").replace("&gt;", ">")
                    .replace("&amp;", "&").strip();
        }
    }
}
