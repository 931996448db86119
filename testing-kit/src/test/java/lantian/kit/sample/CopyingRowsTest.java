package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantian.kit.copy.BinaryRows;
import lantian.kit.copy.Copying;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes in by COPY is what would have gone in by an insert. */
@OnSampleService
class CopyingRowsTest {
  private static final String COPY =
      "copy copied (id, name, many, few, yes, at, on_date, names, bytes) from stdin (format binary)";
  private static final UUID ID = UUID.fromString("7d3f6f0e-5a0a-5b57-9d0a-7a1f0b6c2e41");

  @Autowired Copying copying;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void anEmptyTable() {
    sql.sql("drop table if exists copied").update();
    sql.sql(
            """
            create table copied (id uuid primary key, name text, many bigint, few integer, yes boolean,
              at timestamptz, on_date date, names text[], bytes bytea check (octet_length(bytes) < 9))
            """)
        .update();
  }

  @Test
  void everyTypeArrivesAsItWas() {
    var odd = "联络员\t\\N \"{},\n\r𝄞'";
    var at = Instant.parse("1999-12-31T23:59:59.999999Z");
    copying.copy(
        COPY,
        rows()
            .row()
            .uuid(ID)
            .text(odd)
            .bigint(Long.MIN_VALUE)
            .integer(Integer.MAX_VALUE)
            .bool(true)
            .timestamp(at)
            .date(LocalDate.parse("1987-06-05"))
            .texts(List.of("zjj", odd, ""))
            .bytea(new byte[] {0, -1, 92}));
    var row = sql.sql("select * from copied").query().singleRow();
    assertThat(row)
        .containsEntry("id", ID)
        .containsEntry("name", odd)
        .containsEntry("many", Long.MIN_VALUE)
        .containsEntry("few", Integer.MAX_VALUE)
        .containsEntry("yes", true)
        .containsEntry("on_date", Date.valueOf("1987-06-05"))
        .containsEntry("bytes", new byte[] {0, -1, 92});
    assertThat(sql.sql("select at from copied").query(OffsetDateTime.class).single().toInstant())
        .isEqualTo(at);
    assertThat(sql.sql("select unnest(names) from copied").query(String.class).list())
        .containsExactly("zjj", odd, "");
  }

  @Test
  void whatIsAbsentIsNullAndAnEmptyListIsAnEmptyArray() {
    copying.copy(COPY, rowOf(ID));
    assertThat(
            sql.sql(
                    """
                    select num_nulls(name, yes, at, on_date) = 4 and names = '{}' from copied
                    """)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void whereOneRowIsThereAlreadyNoneIsPutInAndTheTransactionGoesOn() {
    copying.copy(COPY, rowOf(ID));
    var other = UUID.randomUUID();
    transaction.executeWithoutResult(
        _ -> {
          var both = rows();
          add(both, other);
          add(both, ID);
          assertThat(copying.copyIfNew(COPY, both)).isFalse();
          sql.sql("update copied set few = 8").update();
        });
    assertThat(sql.sql("select few from copied").query(Integer.class).list()).containsExactly(8);
    assertThat(transaction.<Boolean>execute(_ -> copying.copyIfNew(COPY, add(rows(), other))))
        .isTrue();
    assertThat(sql.sql("select count(*) from copied").query(Integer.class).single()).isEqualTo(2);
  }

  @Test
  void whatBreaksAnotherRuleOfTheTableIsRefusedAndGoesWithItsTransaction() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    _ -> {
                      sql.sql("insert into copied (id) values (?)").param(ID).update();
                      copying.copyIfNew(COPY, add(rows(), UUID.randomUUID(), new byte[9]));
                    }))
        .isInstanceOf(DataAccessException.class);
    assertThat(sql.sql("select count(*) from copied").query(Integer.class).single()).isZero();
  }

  private static BinaryRows rows() {
    return new BinaryRows(9);
  }

  private static BinaryRows rowOf(UUID id) {
    return add(rows(), id);
  }

  private static BinaryRows add(BinaryRows rows, UUID id) {
    return add(rows, id, new byte[0]);
  }

  private static BinaryRows add(BinaryRows rows, UUID id, byte[] bytes) {
    return rows.row()
        .uuid(id)
        .text(null)
        .bigint(0)
        .integer(0)
        .bool(null)
        .timestamp(null)
        .date(null)
        .texts(List.of())
        .bytea(bytes);
  }
}
