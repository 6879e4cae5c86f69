package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.FieldError;

/** The server checks a submission as strictly as the form says. */
class FormPolicyTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormSchema form = read("/forms/test/guarded-answer.form");

    private static FormSchema read(String resource) {
        try {
            return FormSchema.read(JSON.readTree(FormPolicyTests.class.getResourceAsStream(resource)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aRequiredBoxIsOneThatIsTicked() {
        FormSchema check = read("/forms/reporting/secrecy-check.form");
        for (Object no : List.of(false, "false")) {
            assertThat(catchThrowableOfType(
                                    DomainException.class, () -> FormPolicy.check(check, Map.of("confirmed", no)))
                            .fieldErrors())
                    .extracting(FieldError::code)
                    .containsExactly("workflow.form.not-ticked");
        }
        FormPolicy.check(check, Map.of("confirmed", true));
    }

    private static Map<String, Object> values(String json) {
        try {
            return JSON.readValue(json.replace('\'', '"'), new TypeReference<>() {});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                                            | answer=required decision=required-choice
                    {'answer':'','decision':null}                                 | answer=required decision=required-choice
                    {'answer':'x','decision':'APPROVE'}                           | answer=too-short
                    {'answer':17,'decision':'APPROVE'}                            | answer=not-text
                    {'answer':['x'],'decision':'APPROVE'}                         | answer=not-text
                    {'answer':'ok','decision':'MAYBE'}                            | decision=not-offered
                    {'answer':'ok','decision':true} | decision=not-offered reason=required
                    {'answer':'ok','decision':'RETURN'}                           | reason=required
                    {'answer':'ok','decision':'RETURN','reason':'no!'}            | reason=pattern
                    {'answer':'ok','decision':'RETURN','reason':'123456789012345678901'} | reason=too-long
                    {'answer':'ok','decision':'APPROVE','share':-1}               | share=too-small
                    {'answer':'ok','decision':'APPROVE','share':100.5}            | share=too-large
                    {'answer':'ok','decision':'APPROVE','share':'many'}           | share=not-a-number
                    {'answer':'ok','decision':'APPROVE','share':'1e999999999'}    | share=not-a-number
                    {'answer':'ok','decision':'APPROVE','share':'NaN'}            | share=not-a-number
                    {'answer':'ok','decision':'APPROVE','figures':'x'}            | figures=not-a-list
                    {'answer':'ok','decision':'APPROVE','figures':[1]}            | figures=not-a-list
                    {'answer':'ok','decision':'APPROVE','figures':[{'name':'a'}]} | figures[0].value=required
                    {'answer':'ok','decision':'APPROVE','figures':[{'value':1,'x':2}]} | figures[0].x=unknown
                    {'answer':'ok','decision':'APPROVE','other':1,'approved':true} | approved=unknown other=unknown
                    """)
    void wrongValuesAreRefusedEachWithItsReason(String entered, String errors) {
        DomainException refusal =
                catchThrowableOfType(DomainException.class, () -> FormPolicy.check(form, values(entered)));

        assertThat(refusal).as(entered).isNotNull();
        assertThat(refusal.kind()).isEqualTo(DomainException.Kind.INVALID);
        assertThat(refusal.fieldErrors().stream().map(FormPolicyTests::shortly).sorted())
                .containsExactlyInAnyOrder(errors.split(" "));
    }

    private static String shortly(FieldError error) {
        return error.field() + "=" + error.code().replace("workflow.form.", "");
    }

    @Test
    void textsWithoutOwnLimitEndAtTwentyThousandCharacters() {
        Map<String, Object> fits = Map.of("answer", "很".repeat(20_000), "decision", "APPROVE");
        Map<String, Object> tooLong = Map.of("answer", "很".repeat(20_001), "decision", "APPROVE");

        assertThat(FormPolicy.check(form, fits).text("answer")).hasSize(20_000);
        DomainException refusal = catchThrowableOfType(DomainException.class, () -> FormPolicy.check(form, tooLong));
        assertThat(refusal.fieldErrors()).singleElement().satisfies(error -> assertThat(error.arguments())
                .contains(20_000, 20_001));
    }

    @Test
    void valuesComeOutTyped() {
        FormValues checked = FormPolicy.check(
                form,
                values("{'answer':'ok','decision':'RETURN','reason':'late','share':'12.50',"
                        + "'figures':[{'name':'km','value':3}]}"));

        assertThat(checked.text("answer")).isEqualTo("ok");
        assertThat(checked.choice("decision", Decision.class)).contains(Decision.RETURN);
        assertThat(checked.number("share").orElseThrow()).isEqualByComparingTo("12.5");
        assertThat(checked.list("figures"))
                .singleElement()
                .satisfies(row -> assertThat(row.number("value").orElseThrow()).isEqualByComparingTo("3"));
    }

    private enum Decision {
        RETURN
    }

    @Test
    void valueOfAHiddenFieldIsLeftOut() {
        FormValues checked = FormPolicy.check(form, values("{'answer':'ok','decision':'APPROVE','reason':'!'}"));

        assertThat(checked.text("reason")).isEmpty();
    }

    @Test
    void objectForATwoColumnListIsOneRowForEachEntry() {
        FormValues checked =
                FormPolicy.check(form, values("{'answer':'ok','decision':'APPROVE','figures':{'km':3.5,'ha':4}}"));

        assertThat(checked.list("figures").stream().map(row -> row.text("name")))
                .isEqualTo(List.of("km", "ha"));
    }
}
